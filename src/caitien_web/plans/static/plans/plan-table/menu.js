// The menu of a row: Shift+F10, the menu key, or a right click.
export function makeMenu(grid) {
  const menu = document.createElement("div");
  menu.className = "plan-menu";
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", "Các việc với mục");
  let position = 0;
  const entries = [
    ["Thêm mục bên dưới", () => grid.rows.add()],
    ["Tách mục tại con trỏ", () => grid.rows.split(position)],
    ["Chuyển mục lên", () => grid.rows.move(true)],
    ["Chuyển mục xuống", () => grid.rows.move(false)],
    ["Xóa mục", () => grid.rows.remove()],
    ["Lịch sử của mục", () => { location.href = `${grid.address}muc/${grid.active.parentNode.dataset.id}/lich-su/`; }],
  ];
  for (const [text, act] of entries) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: text });
    button.setAttribute("role", "menuitem");
    button.tabIndex = -1;
    button.addEventListener("click", () => { close(); act(); });
    menu.append(button);
  }
  function open() {
    position = grid.editing ? grid.editor.area.selectionStart : 0;
    grid.editor.close(true);
    grid.active.append(menu);
    menu.firstChild.focus();
  }
  function close() {
    grid.editor.area.focus({ preventScroll: true }); // the menu goes away with the focus
  }
  menu.addEventListener("keydown", (event) => {
    const buttons = [...menu.children], at = buttons.indexOf(document.activeElement);
    if (event.key === "ArrowDown") buttons[(at + 1) % buttons.length].focus();
    else if (event.key === "ArrowUp") buttons.at(at - 1).focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
  });
  menu.addEventListener("focusout", (event) => { if (menu.isConnected && !menu.contains(event.relatedTarget)) menu.remove(); });
  grid.table.addEventListener("contextmenu", (event) => {
    const cell = event.target.closest("[data-f]");
    if (!cell || grid.editing) return;
    event.preventDefault();
    grid.moves.to(cell, false, false);
    open();
  });
  return { open, close };
}
