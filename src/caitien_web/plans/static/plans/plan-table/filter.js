// Showing the rows of one standard, or those that hold certain words; and the list of shortcuts.
const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

export function makeFilter(grid) {
  const form = document.getElementById("loc"), standard = document.getElementById("loc-tieu-chuan"), words = document.getElementById("loc-chu");
  for (const band of grid.table.querySelectorAll("tr.band")) {
    const title = band.cells[0].firstChild.textContent.trim();
    standard.add(new Option(title.length > 60 ? `${title.slice(0, 59)}…` : title, band.dataset.standard));
  }
  form.hidden = false;

  function sift() {
    grid.editor.close(true);
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of grid.table.tBodies[0].rows) {
      const within = !standard.value || row.dataset.standard === standard.value;
      const text = wanted.length && row.dataset.id ? fold(row.textContent) : "";
      const shown = within && (row.dataset.id ? wanted.every((word) => text.includes(word)) : true);
      row.classList.toggle("hidden", !shown);
      if (shown && row.dataset.id) count += 1;
    }
    if (standard.value || wanted.length) grid.say(`${count} mục phù hợp.`);
    if (grid.active?.parentNode.classList.contains("hidden") && grid.rowElements.length)
      grid.editor.enter(grid.cellsOf(grid.rowElements[0])[0], { focus: false });
  }
  form.addEventListener("input", sift);
  form.addEventListener("submit", (event) => event.preventDefault());
  grid.place.addEventListener("rows", () => { if (standard.value || words.value) sift(); });

  const help = document.getElementById("phim-tat"), opener = document.getElementById("mo-phim-tat");
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
  help.addEventListener("close", () => grid.editor.area.focus({ preventScroll: true }));
}
