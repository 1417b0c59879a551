// The rows of members: added, moved and struck out without asking the server; without this, buttons of the form do it.
import { choosePeople } from "./people.js";

const form = document.getElementById("bo-phan");
const rows = form.querySelector("[data-rows]");
const total = form.querySelector("[name=tv-TOTAL_FORMS]");
const empty = form.querySelector("template[data-empty-row]");
const icons = document.querySelector("[data-adds-row] use").getAttribute("href").split("#")[0];

const kept = () => [...rows.querySelectorAll("[data-row]:not(.removed)")];

function button(icon, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn btn-sm btn-quiet";
  made.setAttribute("aria-label", label);
  made.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${icons}#${icon}"></use></svg>`;
  made.addEventListener("click", act);
  return made;
}

// Rows keep the number in their names; the order is written into their field of that name.
function count() {
  kept().forEach((row, at) => {
    row.querySelector("[name$=-ORDER]").value = at + 1;
    row.querySelector("legend").textContent = `Thành viên ${at + 1}`;
  });
  form.dispatchEvent(new Event("rows"));
}

function move(row, by) {
  const all = kept();
  const other = all[all.indexOf(row) + by];
  if (!other) return;
  if (by < 0) other.before(row);
  else other.after(row);
  count();
}

function remove(row) {
  const all = kept();
  const next = all[all.indexOf(row) + 1] || all[all.indexOf(row) - 1];
  row.querySelector("[name$=-DELETE]").checked = true;
  row.classList.add("removed");
  rows.append(row);
  (next ? next.querySelector("[data-person]") : form.querySelector("[data-adds-row]")).focus();
  count();
}

function equip(row) {
  const moves = document.createElement("div");
  moves.className = "member-moves";
  moves.append(button("up", "Chuyển lên", () => move(row, -1)), button("down", "Chuyển xuống", () => move(row, 1)));
  row.querySelector(".member-order").append(moves);
  row.querySelector(".member-end").append(button("delete", "Xóa dòng", () => remove(row)));
  const who = row.querySelector("[data-person]");
  choosePeople(who, (duty) => {
    const field = row.querySelector("[name$=-duty]");
    if (!field.value) field.value = duty;
    row.querySelector("[name$=-outside]").checked = false;
  });
}

function add(event) {
  event.preventDefault();
  const at = Number(total.value);
  const made = empty.content.firstElementChild.cloneNode(true);
  for (const element of made.querySelectorAll("[name], [id], [for]")) {
    for (const name of ["name", "id", "for"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace("__prefix__", at));
    }
  }
  total.value = at + 1;
  rows.append(made);
  equip(made);
  const position = made.querySelector("[name$=-position]");
  if ([...position.options].some((option) => option.value === "member")) position.value = "member";
  count();
  made.querySelector("[data-person]").focus();
}

form.classList.add("with-script");
rows.querySelectorAll("[data-row]").forEach(equip);
form.querySelector("[data-adds-row]").addEventListener("click", add);
