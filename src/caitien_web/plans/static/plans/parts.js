// The other parts: saved a moment after the last key, the preview drawn anew after each save. Without this script each
// section has its own button.
const status = document.getElementById("trang-thai"), frame = document.getElementById("ban-in");
const PAUSE = 1200;

function say(text, bad = false) {
  status.textContent = text;
  status.classList.toggle("bad", bad);
}

function drawAnew() {
  const top = frame.contentWindow?.scrollY ?? 0;
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
  frame.contentWindow.location.reload();
}

function showTheirs(form, told) {
  form.parentNode.querySelector(".conflict")?.remove();
  const box = document.createElement("div");
  box.className = "conflict";
  box.setAttribute("role", "alert");
  for (const [name, text] of [["", "Bản của người khác:"], ["theirs", told.theirs || "(trống)"], ["", "Bản của anh/chị ở bên dưới. Sửa rồi bấm “Lưu phần này” để giữ bản của anh/chị."]]) {
    const line = document.createElement("p");
    line.className = name;
    line.textContent = text;
    box.append(line);
  }
  form.before(box);
}

function care(form) {
  const part = form.closest(".part");
  let timer = 0, failures = 0, stopped = false;
  async function save() {
    clearTimeout(timer);
    say("Đang lưu…");
    const sent = new FormData(form);
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body: sent, headers: { Accept: "application/json" } });
    } catch {
      failures += 1;
      timer = setTimeout(save, Math.min(60, 2 ** failures) * 1000);
      return say("Mất kết nối. Đừng đóng trang; sẽ tự lưu khi có mạng.", true);
    }
    failures = 0;
    const told = await answer.json().catch(() => ({ message: "Chưa lưu được. Hãy tải lại trang rồi thử lại." }));
    if (told.base) form.elements.base.value = told.base;
    if (answer.status === 409) { stopped = true; showTheirs(form, told); return say(told.message, true); }
    if (!answer.ok) return say(told.message, true);
    stopped = false;
    part.classList.remove("unsaved");
    part.querySelector(".conflict")?.remove();
    drawAnew();
    return say(told.message);
  }
  form.addEventListener("input", () => {
    part.classList.add("unsaved");
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    // Taking the marks out gives another text back: that is sent as a page.
    if (event.submitter?.name === "clear") { clearTimeout(timer); part.classList.remove("unsaved"); return; }
    event.preventDefault();
    save();
  });
  form.querySelectorAll("[data-law]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const area = form.elements.lines;
      area.value = area.value.trim() ? `${area.value.trimEnd()}\n${button.dataset.law}` : button.dataset.law;
      button.closest("li").remove();
      save();
    });
  });
  form.querySelectorAll("[data-levels]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const [level, met, total] of button.dataset.levels.trim().split(/\s+/).map((one) => one.split(":"))) {
        form.elements[`met-${level}`].value = met;
        form.elements[`total-${level}`].value = total;
      }
      save();
    });
  });
  form.querySelectorAll("[data-more]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const last = form.querySelector("tbody tr:last-child"), made = last.cloneNode(true);
      made.querySelectorAll("input,textarea").forEach((field) => { field.value = ""; field.textContent = ""; });
      last.after(made);
      made.querySelector("input,textarea").focus();
    });
  });
}

document.querySelectorAll("form[data-part]").forEach(care);
addEventListener("beforeunload", (event) => { if (document.querySelector(".part.unsaved")) event.preventDefault(); });
