// Points at the place in the original that the focused cell was read from, and the other way round.
const original = document.querySelector(".import-original");
const places = new Map();
function collect() {
  places.clear();
  for (const place of original?.querySelectorAll("[data-place]") ?? []) {
    if (place.dataset.place && !places.has(place.dataset.place)) places.set(place.dataset.place, place);
  }
}
collect();

function find(key) {
  const line = key.match(/l\d+/)?.[0];
  return places.get(key) ?? (line && places.get(line));
}

function show(place) {
  original.querySelectorAll(".here").forEach((one) => one.classList.remove("here"));
  if (!place) return;
  place.classList.add("here");
  const folded = place.closest("details:not([open])"); // what is not on the drawn pages stands in the text below them
  if (folded) folded.open = true;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const wide = matchMedia("(min-width: 992px)").matches;
  if (wide) place.scrollIntoView({ block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth" });
}

document.addEventListener("focusin", (event) => {
  const cell = event.target.closest?.(".read-cell");
  if (cell?.dataset.place) show(find(cell.dataset.place));
});

original?.addEventListener("click", (event) => {
  const key = event.target.closest?.("[data-place]")?.dataset.place;
  if (!key) return;
  const cell = document.querySelector(`.read-cell[data-place="${CSS.escape(key)}"] [name=text]`);
  cell?.focus();
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (!original?.contains(event.target)) return;
  collect();
  const cell = document.activeElement?.closest?.(".read-cell"); // the pages came while somebody was at a cell
  if (cell?.dataset.place) show(find(cell.dataset.place));
});

document.addEventListener("htmx:afterSwap", (event) => {
  const row = event.target.closest?.(".read-row") ?? event.detail?.elt?.closest?.(".read-row");
  if (row) row.classList.toggle("doubtful", row.querySelector(".doubt") !== null);
});
