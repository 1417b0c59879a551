// Every 15 seconds while the page is seen: what others changed, who is where.
const PAUSE = 15_000;

export function makeWatch(grid) {
  const myself = grid.place.dataset.name;

  function apply(told) {
    grid.now = Math.max(grid.now, told.now);
    for (const one of told.cells) {
      const key = `${one.row}/${one.field}`, cell = grid.cell(key);
      if (!cell || grid.version(cell) >= one.version) continue;
      if (grid.saving.pending(key) || (grid.editing && cell === grid.active)) continue; // the save will tell of it
      const changed = grid.value(cell) !== one.value;
      cell.dataset.v = one.version;
      grid.setValue(cell, one.value, one.shown);
      if (changed && one.by !== myself) grid.marks.set(cell, "changed", `Đã đổi (${one.by})`);
    }
    if (told.rows) grid.rows.layAnew();
    return told.cells.length > 0;
  }
  function people(present) {
    grid.marks.clearAll("person");
    for (const { name, row, field } of present) {
      const cell = field && grid.cell(`${row}/${field}`);
      if (cell) grid.marks.set(cell, "person", `${name} đang ở ô này`);
    }
  }
  async function look() {
    if (document.hidden) return;
    const at = grid.active ? grid.key(grid.active) : "";
    try {
      const answer = await grid.ask(`thay-doi/?since=${grid.now}&o=${at}`);
      if (!answer.ok || answer.redirected) return;
      const told = await answer.json();
      if (apply(told)) grid.marks.refresh();
      people(told.people);
    } catch {
      // no connection: saving tells of it
    }
  }
  setInterval(look, PAUSE);
  document.addEventListener("visibilitychange", look);
  setTimeout(look, 500);
  return { apply, look };
}
