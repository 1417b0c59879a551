// Saving: every change is first kept on the device, then sent, one request at a time, until the server has it.
import { makeStore } from "./store.js";
import { showConflict } from "./conflict.js";

const PAUSES = [2, 5, 15, 60];

export function makeSaving(grid) {
  const store = makeStore(grid);
  let busy = false, stopped = false, failures = 0, timer = 0, moves = 0;

  function put(changes) {
    moves += 1;
    for (const { key, value, base } of changes)
      store.put(key, { value, base: base ?? store.get(key)?.base ?? grid.version(grid.cell(key)) });
    send();
  }
  async function send() {
    if (busy || stopped) return;
    const entries = store.waiting();
    if (!entries.length) return;
    busy = true;
    grid.say("Đang lưu…");
    try {
      const answer = entries.length === 1 ? await one(entries[0]) : await many(entries);
      await heard(answer, entries);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      later("Mất kết nối. Bài đã giữ trên máy, sẽ tự gửi khi có mạng.");
    } finally {
      busy = false;
    }
    if (!stopped && !timer && store.waiting().length) send();
  }
  const one = ([key, { value, base }]) => {
    const [row, field] = key.split("/");
    return grid.ask(`muc/${row}/o/${field}/`, { method: "PATCH", json: { value, base, since: grid.now } });
  };
  const many = (entries) => {
    const changes = entries.map(([key, { value, base }]) => ({ row: key.split("/")[0], field: key.split("/")[1], value, base }));
    return grid.ask("o/", { method: "POST", json: { changes, since: grid.now } });
  };
  async function heard(answer, entries) {
    if (answer.status >= 500) return later("Máy chủ đang bận. Bài đã giữ trên máy, sẽ tự gửi lại.");
    if (answer.status === 401 || answer.status === 403 || answer.redirected)
      return stop("Chưa lưu được: phiên làm việc đã hết hoặc không còn quyền sửa. Bài đã giữ trên máy; hãy đăng nhập lại.");
    failures = 0;
    moves += 1;
    const told = await answer.json();
    if (answer.status === 422 || answer.status === 400 || answer.status === 413) return refused(entries, told.message);
    const cells = told.cells ?? [told];
    const sent = Object.fromEntries(entries);
    cells.forEach((cell) => taken(cell, sent[`${cell.row}/${cell.field}`]));
    grid.watch.apply(told.others);
    grid.marks.refresh();
    const conflicts = cells.filter((cell) => cell.state === "conflict").length;
    if (conflicts) return grid.say(`${conflicts} ô vừa được người khác đổi. Chọn bản muốn giữ ở ô có khung đỏ.`, true);
    if (cells.some((cell) => cell.state === "gone")) return undefined;
    const read = cells.length === 1 && cells[0].understood;
    return grid.say(read ? `Đã lưu. Phần mềm hiểu: ${read}.` : "Đã lưu.");
  }
  function taken(told, sent) {
    const key = `${told.row}/${told.field}`, cell = grid.cell(key), now = store.get(key);
    if (told.state === "gone") { store.drop(key); return grid.rows.gone(told); }
    if (told.state === "conflict") { store.park(key, told); return cell && showConflict(grid, store, cell, sent.value, told); }
    if (!cell) return store.drop(key);
    cell.dataset.v = told.version;
    if (now && now.value !== sent.value) return store.put(key, { ...now, base: told.version });
    store.drop(key);
    grid.marks.clear(cell, "unsaved");
    if (told.value !== sent.value) grid.undo.understoodAs(key, sent.value, told.value);
    if (!(grid.editing && cell === grid.active)) grid.setValue(cell, told.value, told.shown);
    return undefined;
  }
  function refused(entries, message) {
    if (entries.length > 1) return entries.forEach(([key]) => store.alone(key));
    const [key] = entries[0], cell = grid.cell(key);
    store.park(key);
    if (cell) grid.marks.set(cell, "unsaved", "✕ Chưa lưu");
    return grid.say(message ?? "Chưa lưu được ô này.", true);
  }
  function later(text) {
    grid.say(text, true);
    timer = setTimeout(() => { timer = 0; send(); }, 1000 * PAUSES[Math.min(failures++, PAUSES.length - 1)]);
  }
  function stop(text) {
    stopped = true;
    grid.say(text, true);
  }
  function resume() {
    for (const [key, { value }] of store.all()) {
      const cell = grid.cell(key);
      if (cell && grid.value(cell) !== value) grid.setValue(cell, value);
    }
    store.wake();
    send();
  }
  addEventListener("online", () => { clearTimeout(timer); timer = 0; send(); });
  addEventListener("beforeunload", (event) => { if (store.waiting().length && !store.works) event.preventDefault(); });
  return { put, resume, store, pending: (key) => store.get(key), keepDraft: store.keepDraft, forgetDraft: store.forgetDraft, get moves() { return moves; } };
}
