// The table's cells: finding them, reading and setting their texts. Canonical text is `value`, its look is `shown`.
export class Grid {
  constructor(place) {
    this.place = place;
    this.table = document.getElementById("bang");
    this.box = document.getElementById("khung");
    this.status = document.getElementById("trang-thai");
    this.plan = place.dataset.plan;
    this.user = place.dataset.user;
    this.address = place.dataset.at;
    this.now = Number(this.table.dataset.now);
    this.active = null;
    this.editing = false;
  }

  get rowElements() {
    return [...this.table.tBodies[0].rows].filter((row) => row.dataset.id && !row.classList.contains("hidden"));
  }

  cellsOf(row) {
    return [...row.cells].filter((cell) => cell.dataset.f);
  }

  key(cell) {
    return `${cell.parentNode.dataset.id}/${cell.dataset.f}`;
  }

  cell(key) {
    const [row, field] = key.split("/");
    const found = document.getElementById(`muc-${row}`);
    return found && this.cellsOf(found).find((cell) => cell.dataset.f === field);
  }

  text(cell) {
    return cell.querySelector(".v");
  }

  value(cell) {
    return cell.dataset.value ?? this.text(cell).textContent;
  }

  version(cell) {
    return Number(cell.dataset.v);
  }

  setValue(cell, value, shown = value) {
    this.text(cell).textContent = shown;
    if (shown === value) delete cell.dataset.value;
    else cell.dataset.value = value;
    if (cell.nodeName === "TH") this.nameEmpty(cell, !value);
    if (cell === this.active && !this.editing) this.editor.take();
  }

  nameEmpty(cell, empty) {
    cell.querySelector(".none")?.remove();
    if (!empty) return;
    const words = document.createElement("span");
    words.className = "visually-hidden none";
    words.textContent = "Chưa ghi tiêu chí";
    cell.prepend(words);
  }

  label(cell) {
    const row = cell.parentNode;
    return `${cell.dataset.h}, ${row.dataset.name}`;
  }

  say(text, bad = false) {
    this.status.textContent = text;
    this.status.classList.toggle("bad", bad);
  }

  token() {
    return document.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  async ask(path, { method = "GET", json, form, accept = "application/json", keepalive = false } = {}) {
    const headers = { Accept: accept };
    if (method !== "GET") headers["X-CSRFToken"] = this.token();
    if (json) headers["Content-Type"] = "application/json";
    const body = json ? JSON.stringify(json) : form ? new URLSearchParams(form) : undefined;
    return fetch(this.address + path, { method, headers, body, keepalive, credentials: "same-origin" });
  }
}
