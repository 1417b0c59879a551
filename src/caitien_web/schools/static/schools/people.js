// Choosing somebody by typing, with or without marks. Without this, the browser's own list of the field does it.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
let lists = 0;

/** Make a text field with list="…" a combobox over the options of that list; `chosen(duty)` is told of a choice. */
export function choosePeople(input, chosen = () => {}) {
  const people = [...document.getElementById(input.getAttribute("list")).options].map((option) => ({
    label: option.value, duty: option.dataset.duty, words: fold(`${option.value} ${option.dataset.duty}`),
  }));
  const typing = document.activeElement === input; // before this script had come, on a slow line
  input.removeAttribute("list");
  const box = document.createElement("div");
  box.className = "person-choice";
  input.replaceWith(box);
  const list = document.createElement("ul");
  list.className = "person-list";
  list.id = `nguoi-${(lists += 1)}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Nhân sự");
  list.hidden = true;
  box.append(input, list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }
  let at = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    input.value = option.dataset.label;
    close();
    chosen(option.dataset.duty);
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const mark = (next) => {
    at = next;
    [...list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    const option = list.children[at];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    const found = people.filter((one) => words.every((word) => one.words.includes(word))).slice(0, 12);
    list.replaceChildren(...found.map((one, n) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${n}`;
      option.setAttribute("role", "option");
      Object.assign(option.dataset, one);
      option.textContent = one.label;
      if (one.duty) option.append(Object.assign(document.createElement("small"), { textContent: one.duty }));
      return option;
    }));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(Boolean(found.length)));
    mark(-1);
  };

  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden) return show();
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(Math.min(at + 1, list.children.length - 1));
    else if (event.key === "ArrowUp") mark(Math.max(at - 1, 0));
    else if (event.key === "Enter" && list.children[at]) choose(list.children[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  if (!typing) return;
  input.focus();
  if (input.value) show();
}

document.querySelectorAll("[data-person][data-alone]").forEach((input) => choosePeople(input));
