// Moving and selecting by keys, mouse and touch.
export function makeMoves(grid) {
  const { area } = grid.editor;
  let anchor = null, leaving = false;

  const at = (cell) => {
    const rows = grid.rowElements, row = rows.indexOf(cell.parentNode);
    return { rows, row, column: grid.cellsOf(cell.parentNode).indexOf(cell) };
  };
  const cellAt = (rows, row, column) => {
    const cells = grid.cellsOf(rows[Math.max(0, Math.min(rows.length - 1, row))]);
    return cells[Math.max(0, Math.min(cells.length - 1, column))];
  };
  function forget() {
    anchor = null;
    grid.table.querySelectorAll("[aria-selected=true]").forEach((cell) => cell.removeAttribute("aria-selected"));
  }
  function selection() {
    const one = at(anchor ?? grid.active), other = at(grid.active), rows = one.rows;
    const [top, bottom] = [one.row, other.row].sort((a, b) => a - b);
    const [left, right] = [one.column, other.column].sort((a, b) => a - b);
    return rows.slice(top, bottom + 1).map((row) => grid.cellsOf(row).slice(left, right + 1));
  }
  function to(cell, extend = false, scroll = true) {
    if (!cell) return;
    if (extend) anchor ??= grid.active;
    else forget();
    grid.editor.enter(cell, { scroll });
    if (!extend) return;
    grid.table.querySelectorAll("[aria-selected=true]").forEach((one) => one.removeAttribute("aria-selected"));
    selection().flat().forEach((one) => one.setAttribute("aria-selected", "true"));
  }
  function step(down, right, extend) {
    const { rows, row, column } = at(grid.active);
    to(cellAt(rows, row + down, column + right), extend);
  }
  function next(back) {
    const all = grid.rowElements.flatMap((row) => grid.cellsOf(row));
    const cell = all[all.indexOf(grid.active) + (back ? -1 : 1)];
    if (cell) to(cell);
    return Boolean(cell);
  }
  const page = () => Math.max(1, grid.rowElements.filter((row) => row.offsetTop < grid.box.clientHeight).length - 2);
  const KEYS = {
    ArrowUp: (event) => step(event.ctrlKey ? -9999 : -1, 0, event.shiftKey),
    ArrowDown: (event) => step(event.ctrlKey ? 9999 : 1, 0, event.shiftKey),
    ArrowLeft: (event) => step(0, event.ctrlKey ? -9999 : -1, event.shiftKey),
    ArrowRight: (event) => step(0, event.ctrlKey ? 9999 : 1, event.shiftKey),
    Home: (event) => step(event.ctrlKey ? -9999 : 0, -9999, event.shiftKey),
    End: (event) => step(event.ctrlKey ? 9999 : 0, 9999, event.shiftKey),
    PageUp: (event) => step(-page(), 0, event.shiftKey),
    PageDown: (event) => step(page(), 0, event.shiftKey),
    Enter: () => grid.editor.open(true),
    F2: () => grid.editor.open(true),
    Delete: () => grid.undo.change(selection().flat().map((cell) => ({ key: grid.key(cell), from: grid.value(cell), to: "" }))),
  };
  function whileMoving(event) {
    if (event.altKey) return event.key === "ArrowDown" && grid.choices.has() && (grid.editor.open(true), grid.choices.open(), true);
    if (event.key === "Escape") { leaving = true; forget(); grid.say("Bấm Tab để ra khỏi bảng."); return true; }
    if (event.key === "Tab") return !leaving && next(event.shiftKey);
    if (event.key === "?" ) { document.getElementById("phim-tat").showModal(); return true; }
    if ((event.ctrlKey || event.metaKey) && "zyZY".includes(event.key)) { grid.undo.go(event.key.toLowerCase() === "y" || event.shiftKey); return true; }
    const act = KEYS[event.key];
    if (act) act(event);
    return Boolean(act);
  }
  function whileEditing(event) {
    if (grid.choices.key(event)) return true;
    if (event.altKey && event.key === "ArrowDown" && grid.choices.has()) { grid.choices.open(); return true; }
    if (event.key === "Escape") { grid.editor.close(false); return true; }
    if (event.key === "Tab") { grid.editor.close(true); next(event.shiftKey); return true; }
    if (event.key !== "Enter") return false;
    if (event.altKey || event.shiftKey) { newLine(); return true; }
    grid.editor.close(true);
    step(1, 0, false);
    return true;
  }
  function newLine() {
    const line = area.value.slice(0, area.selectionStart).split("\n").pop();
    area.setRangeText(/^\s*- /.test(line) ? "\n- " : "\n", area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input"));
  }
  area.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const done = grid.rows.key(event) || (grid.editing ? whileEditing(event) : whileMoving(event));
    if (event.key !== "Escape" && event.key !== "Tab") leaving = false;
    if (done) event.preventDefault();
  });
  area.addEventListener("focus", () => { leaving = false; });
  grid.table.addEventListener("mousedown", (event) => {
    const cell = event.target.closest("[data-f]");
    if (!cell || event.button || event.target.closest("a,button,form,.conflict,.plan-choices,.plan-menu")) return;
    if (cell === grid.active && (grid.editing || event.target === area)) { if (!grid.editing && event.detail > 1) grid.editor.open(true); return; }
    event.preventDefault();
    if (grid.editing) grid.editor.close(true);
    to(cell, event.shiftKey, false);
    if (event.detail > 1) grid.editor.open(true);
  });
  function start() {
    const wanted = location.hash.startsWith("#muc-") && document.querySelector(`[id="${location.hash.slice(1)}"]`);
    const first = (wanted && grid.cellsOf(wanted)[0]) || grid.table.querySelector("[data-f]");
    if (first) grid.editor.enter(first, { focus: Boolean(wanted) });
  }
  return { to, next, forget, selection, at, cellAt, start };
}
