// The draft is saved as it is written: a cell when it is left, a row when it is added, split, joined or left out.
// What could not be sent stays marked and is sent again; nothing else happens before all cells are saved.
const AGAIN = 10_000;
let left = { cell: "", at: 0 }; // the cell last left, and where the caret stood in it
const cellOf = (event) => event.target.closest?.(".read-cell");
const waiting = () => [...document.querySelectorAll(".read-cell.unsaved")];
const told = (cell, words) => { cell.querySelector("[role=status]").textContent = words; };

document.addEventListener("input", (event) => {
  const cell = cellOf(event);
  if (!cell) return;
  cell.classList.add("unsaved");
  told(cell, "");
});
document.addEventListener("htmx:beforeRequest", (event) => {
  const cell = cellOf(event);
  if (cell) cell.dataset.sent = cell.elements.text.value;
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const cell = cellOf(event); // written on while it was being saved: it stays as it is, and is sent once more
  if (cell?.matches(":focus-within") && cell.elements.text.value !== cell.dataset.sent) event.detail.shouldSwap = false;
});
for (const kind of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(kind, (event) => {
    const cell = cellOf(event);
    if (!cell) return;
    cell.classList.add("unsaved", "failed");
    told(cell, "Chưa lưu");
  });
}
function sendAgain() {
  for (const cell of document.querySelectorAll(".read-cell.failed")) {
    cell.classList.remove("failed");
    cell.requestSubmit();
  }
}
window.addEventListener("online", sendAgain);
setInterval(sendAgain, AGAIN);
window.addEventListener("beforeunload", (event) => { if (waiting().length) event.preventDefault(); });

async function allSaved() {
  document.activeElement?.blur?.();
  for (let tries = 0; tries < 50; tries += 1) {
    if (!waiting().length) return true;
    if (waiting().every((cell) => cell.matches(".failed"))) return false;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.matches(".read-cell")) return;
  if (form.matches("[data-splits]")) aim(form);
  if (!waiting().length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const button = event.submitter;
  if (!(await allSaved())) waiting()[0]?.elements.text.focus();
  else if (button) button.click(); // not requestSubmit: htmx knows the button only by a click
  else form.requestSubmit();
}, true);

// Splitting happens where the caret stood.
document.addEventListener("focusout", (event) => {
  const cell = cellOf(event);
  if (cell && event.target.matches("textarea")) left = { cell: cell.id, at: event.target.selectionStart };
});
function aim(form) {
  const cell = document.getElementById(left.cell);
  const { field, position } = form.elements;
  if (cell?.closest(".read-row") !== form.closest(".read-row") || !left.at) return;
  field.value = cell.elements.field.value;
  position.value = left.at;
}

document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".read-row");
  if (row && event.ctrlKey && event.shiftKey && event.key === "Enter") press(row.querySelector("button[value=them]"));
  else if (event.ctrlKey && event.key === "z" && !event.target.matches("textarea, input, select")) press(document.querySelector("#hoan-tac button"));
  else return;
  event.preventDefault();
});
function press(button) {
  if (!button) return;
  document.activeElement?.blur?.();
  button.click();
}

// After a change of the rows one stands at the row that it was about.
document.addEventListener("htmx:afterSettle", () => {
  const rows = document.getElementById("cac-muc");
  const row = document.getElementById(rows?.dataset.goTo ?? "");
  if (!row) return;
  delete rows.dataset.goTo;
  left = { cell: "", at: 0 };
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
});
