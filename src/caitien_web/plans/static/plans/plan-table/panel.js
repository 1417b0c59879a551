// The side panel of the row one stands in: findings, what its criterion asks, suggestions.
export function makePanel(grid) {
  const panel = document.getElementById("ben-canh"), button = document.getElementById("mo-ben-canh");
  let timer = 0, shown = "";

  async function load(cell) {
    const key = grid.key(cell), [row, field] = key.split("/");
    const answer = await grid.ask(`muc/${row}/ben-canh/?o=${field}`, { accept: "text/html" }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const open = document.activeElement && panel.contains(document.activeElement);
    if (open && shown === key) return;
    panel.innerHTML = await answer.text();
    shown = key;
  }
  function follow(cell, pause = 350) {
    clearTimeout(timer);
    if (!panel.hidden) timer = setTimeout(() => load(cell), pause);
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    if (grid.active) follow(grid.active, 0);
  });
  panel.addEventListener("click", (event) => {
    if (!event.target.closest("[data-insert]")) return;
    const text = event.target.closest("li").querySelector(".suggestion").textContent, old = grid.value(grid.active);
    grid.undo.change([{ key: grid.key(grid.active), from: old, to: old ? `${old}\n${text}` : text }]);
    grid.editor.area.focus({ preventScroll: true });
  });
  panel.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-quiet]");
    if (!form) return;
    event.preventDefault();
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    const told = await answer.json();
    grid.say(told.message, !answer.ok);
    if (answer.ok) grid.editor.area.focus({ preventScroll: true });
    if (answer.ok) grid.marks.refresh(0);
  });
  return { follow, again: () => { if (grid.active) follow(grid.active, 0); } };
}
