// The list that helps to fill a cell: opened by Alt+↓ or by typing, filtered without marks ("xa hoi" finds Xã hội hóa).
const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
const MOST = 40;

export function makeChoices(grid) {
  const lists = JSON.parse(document.getElementById("lua-chon").textContent);
  const box = document.createElement("ul");
  box.id = "danh-sach-chon";
  box.className = "plan-choices";
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", "Chọn");
  let chosen = -1;
  const nameOf = (cell) => cell?.dataset.list;
  const many = (cell) => nameOf(cell) === "owners";
  const isOpen = () => box.isConnected;

  function describe(area, cell) {
    for (const name of ["aria-autocomplete", "aria-controls", "aria-activedescendant"]) area.removeAttribute(name);
    if (nameOf(cell)) area.setAttribute("aria-autocomplete", "list");
  }
  function wanted(area) {
    return many(grid.active) ? area.value.slice(0, area.selectionStart).split(/[;,\n]/).pop().trim() : area.value.trim();
  }
  function fill(area, all) {
    const words = all ? [] : fold(wanted(area)).split(/\s+/);
    const found = lists[nameOf(grid.active)]
      .filter(({ text, label }) => words.every((word) => fold(`${text} ${label}`).includes(word)))
      .slice(0, MOST);
    box.replaceChildren(...found.map(({ text, label }, index) => {
      const option = document.createElement("li");
      option.id = `chon-${index}`;
      option.setAttribute("role", "option");
      option.dataset.text = text;
      option.textContent = text;
      if (label) option.append(Object.assign(document.createElement("small"), { textContent: label }));
      return option;
    }));
    if (!found.length) return close();
    grid.active.querySelector(".c").append(box);
    area.setAttribute("aria-controls", box.id);
    const cell = grid.active.getBoundingClientRect(), frame = grid.box.getBoundingClientRect();
    box.classList.toggle("above", frame.bottom - cell.bottom < 200 && cell.top - frame.top > 200);
    box.classList.toggle("right", frame.right - cell.left < 300);
    return mark(all ? Math.max(0, found.findIndex(({ text }) => text === grid.editor.area.value.trim())) : -1);
  }
  function mark(index) {
    chosen = index;
    [...box.children].forEach((option, at) => option.setAttribute("aria-selected", at === index));
    if (index < 0) return grid.editor.area.removeAttribute("aria-activedescendant");
    box.children[index].scrollIntoView({ block: "nearest" });
    return grid.editor.area.setAttribute("aria-activedescendant", box.children[index].id);
  }
  function close() {
    if (!isOpen()) return;
    box.remove();
    chosen = -1;
    describe(grid.editor.area, grid.active);
  }
  function take(text) {
    const { area } = grid.editor;
    if (many(grid.active)) {
      const caret = area.selectionStart, before = area.value.slice(0, caret), start = Math.max(...[";", ",", "\n"].map((sign) => before.lastIndexOf(sign))) + 1;
      area.setRangeText(`${start && before[start - 1] !== "\n" ? " " : ""}${text}`, start, caret, "end");
    } else area.value = text;
    area.dispatchEvent(new Event("input"));
    close();
  }
  box.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("li");
    if (option) take(option.dataset.text);
  });
  function key(event) {
    if (!isOpen()) return false;
    const count = box.children.length;
    if (event.key === "ArrowDown") mark((chosen + 1) % count);
    else if (event.key === "ArrowUp") mark((chosen + count - 1) % count);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) {
      take(box.children[chosen].dataset.text);
      return event.key === "Enter";
    } else return false;
    return true;
  }
  return {
    describe, close, key,
    has: () => Boolean(nameOf(grid.active)),
    open: () => fill(grid.editor.area, true),
    typed: (area) => (nameOf(grid.active) && wanted(area) ? fill(area, false) : close()),
  };
}
