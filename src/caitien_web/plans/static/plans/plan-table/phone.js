// On a phone each row is a card: four fields, the rest behind "Xem thêm"; a tap opens a cell at once.
const SHOWN = 4;

export function makePhone(grid) {
  const narrow = matchMedia("(max-width: 720px)");

  function fold() {
    for (const row of grid.rowElements) {
      const cells = grid.cellsOf(row).filter((cell) => cell.dataset.f !== "criterion");
      const filled = [...cells].sort((a, b) => Boolean(grid.value(b)) - Boolean(grid.value(a)));
      const first = new Set(filled.slice(0, SHOWN - 1));
      cells.forEach((cell) => cell.classList.toggle("more", !first.has(cell)));
      if (row.querySelector(".row-more")) continue;
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "row-more btn btn-link btn-sm", textContent: "Xem thêm" });
      button.addEventListener("click", () => { button.textContent = row.classList.toggle("all") ? "Thu gọn" : "Xem thêm"; });
      row.lastElementChild.after(wrap(button));
    }
  }
  function wrap(button) {
    const cell = document.createElement("td");
    cell.setAttribute("role", "gridcell");
    cell.className = "row-more-cell";
    cell.append(button);
    return cell;
  }
  function unfold() {
    grid.table.querySelectorAll(".row-more-cell").forEach((cell) => cell.remove());
    grid.table.querySelectorAll(".more").forEach((cell) => cell.classList.remove("more"));
  }
  const lay = () => (narrow.matches ? fold() : unfold());
  narrow.addEventListener("change", lay);
  grid.place.addEventListener("rows", lay);
  grid.table.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-f]");
    if (narrow.matches && cell && cell === grid.active && !grid.editing && !event.target.closest("a,button,.conflict")) grid.editor.open(true);
  });
  lay();
}
