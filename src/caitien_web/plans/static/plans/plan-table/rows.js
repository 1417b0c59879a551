// Rows: added, split, moved, deleted, each with the server's own inverse; and the menu of a row.
export function makeRows(grid) {
  let late = false;
  const rowOf = () => grid.active.parentNode.dataset.id;

  async function post(path, form = {}) {
    try {
      const answer = await grid.ask(path, { method: "POST", form });
      const told = await answer.json();
      if (answer.ok) return told;
      grid.say(told.message ?? "Chưa làm được.", true);
    } catch {
      grid.say("Mất kết nối. Việc thêm, xóa, chuyển mục cần có mạng; hãy thử lại.", true);
    }
    return null;
  }
  async function layAnew(goTo = null) {
    if (grid.editing) { late = true; return; }
    late = false;
    const before = grid.saving.moves, answer = await grid.ask("bang/", { accept: "text/html" }).catch(() => null);
    if (before !== grid.saving.moves) { await layAnew(goTo); return; } // written meanwhile: these rows may be stale
    if (!answer?.ok || answer.redirected || grid.editing) { late = grid.editing; return; }
    const made = document.createElement("template"), text = await answer.text();
    if (grid.editing || before !== grid.saving.moves) { await layAnew(goTo); return; }
    made.innerHTML = `<table>${text}</table>`;
    const key = goTo ?? (grid.active ? grid.key(grid.active) : ""), focused = document.activeElement === grid.editor.area;
    grid.editor.area.remove();
    const conflicts = [...grid.table.querySelectorAll(".conflict")].map((box) => [grid.key(box.closest("[data-f]")), box]);
    grid.table.tBodies[0].replaceWith(made.content.querySelector("tbody"));
    grid.active = null;
    for (const [name, { value }] of grid.saving.store.all()) if (grid.cell(name)) grid.setValue(grid.cell(name), value);
    conflicts.forEach(([name, box]) => grid.cell(name)?.append(box));
    grid.place.dispatchEvent(new Event("rows"));
    const cell = grid.cell(key) ?? grid.table.querySelector("[data-f]");
    if (cell) grid.editor.enter(cell, { focus: focused || Boolean(goTo), scroll: Boolean(goTo) });
    grid.marks.refresh(200);
  }
  const firstOf = (row) => `${row}/${grid.active?.dataset.f ?? "criterion"}`;
  function undoable(undo, redo) {
    grid.undo.remember({ act: async (again) => { const told = await (again ? redo : undo)(); if (told) await layAnew(firstOf(told.row)); } });
  }
  async function add(after = rowOf()) {
    const told = await post("muc/", { after });
    if (!told) return;
    undoable(() => post(`muc/${told.row}/xoa/`), () => post(`muc/${told.row}/khoi-phuc/`));
    await layAnew(firstOf(told.row));
    grid.say("Đã thêm một mục bên dưới.");
  }
  async function remove(row = rowOf()) {
    const told = await post(`muc/${row}/xoa/`);
    if (!told) return;
    undoable(() => post(`muc/${row}/khoi-phuc/`), () => post(`muc/${row}/xoa/`));
    await layAnew();
    grid.say("Đã xóa mục. Ctrl+Z để lấy lại.");
  }
  async function move(up, row = rowOf()) {
    const told = await post(`muc/${row}/chuyen/`, up ? { up: "1" } : {});
    if (!told) return;
    const way = (higher) => () => post(`muc/${row}/chuyen/`, higher ? { up: "1" } : {});
    undoable(way(!up), way(up));
    await layAnew(firstOf(row));
    grid.say(up ? "Đã chuyển mục lên." : "Đã chuyển mục xuống.");
  }
  async function split(position) {
    const cell = grid.active, key = grid.key(cell), text = grid.value(cell);
    const told = await post(`muc/${rowOf()}/tach/`, { field: cell.dataset.f, position });
    if (!told) return;
    grid.undo.remember({ act: async () => { await post(`muc/${told.row}/xoa/`); await layAnew(key); grid.undo.change([{ key, from: grid.value(grid.cell(key)), to: text }]); } });
    await layAnew(firstOf(told.row));
    grid.say("Đã tách thành hai mục.");
  }
  function key(event) {
    const { key: name, altKey, shiftKey, ctrlKey } = event;
    if (altKey && shiftKey && (name === "ArrowUp" || name === "ArrowDown")) { grid.editor.close(true); move(name === "ArrowUp"); return true; }
    if (ctrlKey && shiftKey && name === "Enter") { grid.editor.close(true); add(); return true; }
    if (name === "ContextMenu" || (shiftKey && name === "F10")) { grid.menu.open(); return true; }
    return false;
  }
  async function gone(told) {
    grid.say("Mục này vừa bị người khác xóa. Đoạn anh/chị viết đang được đưa vào một mục mới.", true);
    const made = await post("muc/");
    if (!made) return;
    await layAnew(`${made.row}/${told.field}`);
    grid.undo.change([{ key: `${made.row}/${told.field}`, from: "", to: told.value }]);
  }
  return { key, add, remove, move, split, gone, layAnew, post, caughtUp: () => { if (late) layAnew(); } };
}
