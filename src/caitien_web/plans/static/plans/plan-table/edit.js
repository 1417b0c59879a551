// One textarea that moves into the active cell. It always has the focus, also while moving, so that an input method
// can start on the first key; it is invisible then and all its text is selected.
const GROW = "\u200b";

export function makeEditor(grid) {
  const area = document.createElement("textarea");
  Object.assign(area, { id: "o-soan", rows: 1, spellcheck: false, autocomplete: "off" });
  area.setAttribute("autocapitalize", "sentences");
  let old = "";

  function take() {
    area.value = grid.value(grid.active);
    if (document.activeElement === area) area.select();
  }
  function enter(cell, { focus = true, scroll = false } = {}) {
    if (grid.active) {
      grid.active.classList.remove("active");
      grid.text(grid.active).removeAttribute("aria-hidden");
    }
    grid.active = cell;
    cell.classList.add("active");
    cell.querySelector(".c").append(area);
    area.setAttribute("aria-label", grid.label(cell));
    const marks = cell.querySelector(".marks");
    if (marks) marks.id = "o-soan-nhac";
    if (marks) area.setAttribute("aria-describedby", "o-soan-nhac");
    else area.removeAttribute("aria-describedby");
    grid.choices.describe(area, cell);
    if (focus) area.focus({ preventScroll: true });
    take();
    if (scroll) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    grid.panel?.follow(cell);
  }
  function open(caretAtEnd) {
    if (grid.editing) return;
    grid.editing = true;
    old = grid.value(grid.active);
    grid.active.classList.add("editing");
    grid.text(grid.active).setAttribute("aria-hidden", "true");
    grid.moves.forget();
    if (caretAtEnd) area.setSelectionRange(area.value.length, area.value.length);
    grow();
  }
  function grow() {
    grid.text(grid.active).textContent = area.value + GROW;
  }
  function close(keep) {
    if (!grid.editing) return;
    const cell = grid.active, shown = cell.dataset.shown, value = area.value;
    grid.editing = false;
    cell.classList.remove("editing");
    grid.text(cell).removeAttribute("aria-hidden");
    grid.choices.close();
    grid.saving.forgetDraft();
    if (keep && value !== old) grid.undo.change([{ key: grid.key(cell), from: old, to: value }]);
    else grid.setValue(cell, old, shown ?? old);
    delete cell.dataset.shown;
    take();
    grid.rows.caughtUp();
  }
  function remember() {
    if (grid.active.dataset.value !== undefined && grid.active.dataset.shown === undefined)
      grid.active.dataset.shown = grid.text(grid.active).textContent;
  }
  area.addEventListener("compositionstart", () => { remember(); open(false); });
  area.addEventListener("beforeinput", () => { remember(); open(false); });
  area.addEventListener("input", () => {
    grow();
    grid.saving.keepDraft(grid.key(grid.active), area.value, grid.version(grid.active));
    grid.choices.typed(area);
  });
  area.addEventListener("focus", () => { if (!grid.editing) area.select(); });
  area.addEventListener("blur", (event) => {
    const next = event.relatedTarget;
    if (grid.editing && !(next && grid.active.contains(next))) close(true);
  });
  return { area, enter, take, close, grow, open: (caretAtEnd) => { remember(); open(caretAtEnd); } };
}
