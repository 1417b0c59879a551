// What is not saved yet, kept on this device: one entry a cell, by plan and person, and the draft of the open cell.
export function makeStore(grid) {
  const prefix = `caitien/${grid.plan}/${grid.user}/`, draftKey = `caitien-nhap/${grid.plan}/${grid.user}`;
  const parked = new Set(), single = new Set(), memory = new Map();
  let works = true;

  function write(name, entry) {
    try {
      if (entry === null) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(entry));
    } catch {
      works = false;
    }
  }
  function put(key, entry) {
    parked.delete(key);
    memory.set(key, { ...entry, at: Date.now() });
    write(prefix + key, memory.get(key));
  }
  function drop(key) {
    memory.delete(key);
    parked.delete(key);
    single.delete(key);
    write(prefix + key, null);
  }
  // One request holds all that waits, or one cell that was refused together with others.
  function waiting() {
    const free = [...memory].filter(([key]) => !parked.has(key));
    const alone = free.find(([key]) => single.has(key));
    return alone ? [alone] : free;
  }
  function load() {
    try {
      for (let i = 0; i < localStorage.length; i += 1) {
        const name = localStorage.key(i);
        if (name.startsWith(prefix)) memory.set(name.slice(prefix.length), JSON.parse(localStorage.getItem(name)));
      }
      const draft = JSON.parse(localStorage.getItem(draftKey));
      if (draft) put(draft.key, { value: draft.value, base: draft.base });
      localStorage.removeItem(draftKey);
    } catch {
      works = false;
    }
  }
  function keepDraft(key, value, base) {
    write(draftKey, { key, value, base: memory.get(key)?.base ?? base });
  }
  function forgetDraft() {
    write(draftKey, null);
  }
  document.querySelectorAll('form[action*="dang-xuat"], form[action*="logout"]').forEach((form) =>
    form.addEventListener("submit", () =>
      Object.keys(localStorage).filter((name) => name.startsWith("caitien")).forEach((name) => localStorage.removeItem(name))));
  load();
  return {
    put, drop, waiting, keepDraft, forgetDraft,
    get: (key) => memory.get(key),
    all: () => [...memory],
    park: (key) => parked.add(key),
    alone: (key) => single.add(key),
    wake: () => parked.clear(),
    get works() { return works; },
  };
}
