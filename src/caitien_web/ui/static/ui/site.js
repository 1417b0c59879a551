// Small comforts of all pages; everything works without them.

const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(except)) menu.open = false;
  }
};
document.addEventListener("click", (event) => closeMenus(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.menu[open]");
  closeMenus(null);
  if (open) open.querySelector("summary").focus();
});

// <button data-opens="dialog-id">, <button data-closes> within a dialog, <button data-prints>
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-opens], [data-closes], [data-prints], [data-copies]");
  if (!button) return;
  if (button.dataset.opens) document.getElementById(button.dataset.opens)?.showModal();
  else if ("closes" in button.dataset) button.closest("dialog")?.close();
  else if ("prints" in button.dataset) window.print();
  else if (button.dataset.copies) copy(button);
});

async function copy(button) {
  const source = document.getElementById(button.dataset.copies);
  await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
  button.textContent = "Đã chép";
}

document.querySelector("[data-takes-focus]")?.focus();

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (event.target.dataset.sent) return event.preventDefault();
  if (event.target.method === "post" && !event.target.closest("dialog") && !event.target.matches("[hx-post], [data-again]")) {
    event.target.dataset.sent = "1";
    setTimeout(() => delete event.target.dataset.sent, 8000);
  }
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

// A calendar beside a typed day.
function addCalendar(box) {
  const typed = box.querySelector("input[data-day]");
  const chosen = document.createElement("input");
  if (!typed || typed.disabled || box.querySelector(".day-choice") || !("showPicker" in chosen)) return;
  chosen.type = "date";
  chosen.className = "day-choice";
  chosen.tabIndex = -1;
  chosen.setAttribute("aria-hidden", "true");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-secondary";
  button.setAttribute("aria-label", "Mở lịch");
  button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${box.dataset.icon}"></use></svg>`;
  button.addEventListener("click", () => {
    const [day, month, year] = typed.value.split(/\D+/).map(Number);
    if (year > 1900) chosen.value = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    chosen.showPicker();
  });
  chosen.addEventListener("change", () => {
    const [year, month, day] = chosen.value.split("-");
    if (!year) return;
    typed.value = `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
    typed.dispatchEvent(new Event("change", { bubbles: true }));
    typed.focus();
  });
  box.append(chosen, button);
}
const addCalendars = (root) => root.querySelectorAll(".day").forEach(addCalendar);
addCalendars(document);
document.addEventListener("htmx:load", (event) => addCalendars(event.target));

// Choosing files: name and size of each, dropping them, too large ones told before they are sent.
const size = (bytes) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;

function showChosen(box) {
  const list = box.querySelector(".upload-chosen");
  const files = [...box.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
  const most = Number(box.dataset.most || Infinity);
  list.replaceChildren(...files.map((file) => {
    const row = document.createElement("li");
    const tooLarge = file.size > most;
    row.textContent = `${file.name} · ${size(file.size)}${tooLarge ? ` · quá ${size(most)}, giảm cỡ trước khi gửi` : ""}`;
    row.classList.toggle("too-large", tooLarge);
    return row;
  }));
}

document.addEventListener("change", (event) => {
  const box = event.target.closest?.("[data-upload]");
  if (box) showChosen(box);
});
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const box = event.target.closest?.("[data-upload]");
    if (!box) return;
    event.preventDefault();
    box.classList.toggle("over", kind === "dragover");
    if (kind !== "drop" || !event.dataTransfer.files.length) return;
    const input = box.querySelector("input[type=file]");
    const taken = new DataTransfer();
    const files = input.multiple ? [...input.files, ...event.dataTransfer.files] : [event.dataTransfer.files[0]];
    files.forEach((file) => taken.items.add(file));
    input.files = taken.files;
    showChosen(box);
  });
}

// What htmx could not send or get is told, never swallowed; once all of it has been sent, the note goes by itself.
const unsent = new Set();
let note;
function tell(event, text) {
  const place = document.getElementById("thong-bao");
  if (!place) return;
  unsent.add(event.detail.elt);
  note = document.createElement("div");
  note.className = "alert alert-danger";
  note.setAttribute("role", "alert");
  note.textContent = text;
  place.replaceChildren(note);
  place.scrollIntoView({ block: "nearest" });
}
document.addEventListener("htmx:sendError", (event) => tell(event, "Chưa gửi được: mất kết nối mạng. Kiểm tra mạng rồi làm lại."));
document.addEventListener("htmx:timeout", (event) => tell(event, "Chưa gửi được: máy chủ trả lời chậm. Đợi một lát rồi làm lại."));
document.addEventListener("htmx:responseError", (event) => {
  const status = event.detail.xhr.status;
  if (status === 401) window.location.reload();
  else tell(event, status === 403 ? "Anh/chị chưa được quyền làm việc này." : status === 413 ? "Dữ liệu gửi lên quá lớn." : `Chưa làm được (mã ${status}). Tải lại trang rồi thử lại.`);
});
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const { elt, xhr } = event.detail;
  if ((xhr.status >= 400 && xhr.status !== 422) || !unsent.delete(elt)) return;
  if (![...unsent].some((one) => one.isConnected)) note?.remove();
});
