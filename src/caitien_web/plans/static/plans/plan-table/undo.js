// Changes of cells and rows as sets that can be taken back: 200 of them, this page only. Every way of changing a cell
// goes through `change`; taking back is a change like any other and is saved like one.
const MOST = 200;

export function makeUndo(grid) {
  const past = [], future = [];

  function apply(changes) {
    for (const { key, to } of changes) {
      const cell = grid.cell(key);
      if (!cell) continue;
      grid.setValue(cell, to);
    }
    grid.saving.put(changes.filter(({ key }) => grid.cell(key)).map(({ key, to }) => ({ key, value: to })));
  }
  function change(changes) {
    const real = changes.filter(({ from, to }) => from !== to);
    if (!real.length) return;
    remember({ changes: real });
    apply(real);
  }
  function remember(entry) {
    past.push(entry);
    if (past.length > MOST) past.shift();
    future.length = 0;
  }
  async function go(redo) {
    const [from, onto] = redo ? [future, past] : [past, future];
    const entry = from.pop();
    if (!entry) return grid.say(redo ? "Không còn gì để làm lại." : "Không còn gì để lùi lại.");
    if (entry.act) {
      onto.push(entry);
      return entry.act(redo);
    }
    const turned = entry.changes.map(({ key, from: was, to }) => (redo ? { key, from: was, to } : { key, from: to, to: was }));
    const moved = turned.find(({ key, from: expected }) => !grid.cell(key) || grid.value(grid.cell(key)) !== expected || grid.cell(key).querySelector(".conflict"));
    if (moved) {
      const cell = grid.cell(moved.key);
      return grid.say(`Không lùi được: ${cell ? `ô “${grid.label(cell)}” đã được đổi sau đó` : "mục này không còn trong bảng"}.`, true);
    }
    onto.push(entry);
    apply(turned);
    const cell = grid.cell(turned[0].key);
    grid.moves.to(cell);
    return grid.say(redo ? "Đã làm lại." : "Đã lùi lại.");
  }
  // What the server made of a text ("tiêu chí 1.2" became "1.2") is what taking back must find.
  function understoodAs(key, sent, kept) {
    const last = past.findLast((entry) => entry.changes?.some((one) => one.key === key && one.to === sent));
    if (last) last.changes.find((one) => one.key === key).to = kept;
  }
  return { change, remember, go, understoodAs };
}
