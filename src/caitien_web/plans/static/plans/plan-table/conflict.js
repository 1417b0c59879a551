// Two people changed one cell: both texts stand in it until somebody chooses.
export function showConflict(grid, store, cell, mine, told) {
  const key = grid.key(cell);
  cell.querySelector(".conflict")?.remove();
  const box = document.createElement("div");
  box.className = "conflict";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", `Hai bản khác nhau: ${grid.label(cell)}`);
  const line = (name, text) => {
    const p = document.createElement("p");
    if (name) p.className = name;
    p.textContent = text;
    box.append(p);
  };
  line("", `${told.by} vừa đổi ô này thành:`);
  line("theirs", told.value || "(trống)");
  line("", "Bản của anh/chị:");
  line("mine", mine || "(trống)");
  const button = (text, act) => {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "btn btn-secondary btn-sm", textContent: text });
    made.addEventListener("click", () => { box.remove(); act(); grid.moves.to(cell, false, false); });
    box.append(made);
  };
  button("Giữ bản của tôi", () => {
    cell.dataset.v = told.version;
    grid.saving.put([{ key, value: mine, base: told.version }]);
  });
  button(`Lấy bản của ${told.by}`, () => {
    store.drop(key);
    cell.dataset.v = told.version;
    grid.setValue(cell, told.value, told.shown ?? told.value);
    grid.undo.remember({ changes: [{ key, from: mine, to: told.value }] });
    grid.say(`Đã lấy bản của ${told.by}. Ctrl+Z để trở lại bản của anh/chị.`);
  });
  cell.append(box);
}
