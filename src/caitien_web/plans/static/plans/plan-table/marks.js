// Words above the texts: findings, who writes where, what changed. And the counts in the page's head.
export function makeMarks(grid) {
  const counts = document.getElementById("dem-loi");
  let timer = 0;

  function holder(cell) {
    let marks = cell.querySelector(".marks");
    if (!marks) {
      marks = document.createElement("div");
      marks.className = "marks";
      cell.prepend(marks);
    }
    return marks;
  }
  function add(cell, kind, text, title = "") {
    const mark = document.createElement("span");
    mark.className = `mark mark-${kind}`;
    mark.textContent = text;
    if (title) mark.title = title;
    holder(cell).append(mark);
  }
  function clear(cell, ...kinds) {
    kinds.forEach((kind) => cell.querySelectorAll(`.mark-${kind}`).forEach((mark) => mark.remove()));
    const marks = cell.querySelector(".marks");
    if (marks && !marks.children.length) marks.remove();
  }
  function set(cell, kind, text) {
    clear(cell, kind);
    add(cell, kind, text);
  }
  function clearAll(...kinds) {
    grid.table.querySelectorAll(kinds.map((kind) => `.mark-${kind}`).join(",")).forEach((mark) => {
      const cell = mark.closest("[data-f]");
      mark.remove();
      if (cell) clear(cell);
    });
  }
  function findings(told) {
    clearAll("error", "warning", "hint");
    for (const [key, marks] of Object.entries(told.marks)) {
      const cell = grid.cell(key);
      if (cell) marks.forEach((mark) => add(cell, mark.severity, `${mark.sign} ${mark.word}`, mark.text));
    }
    if (counts) counts.textContent = told.words;
  }
  async function check() {
    try {
      const answer = await grid.ask("kiem-tra/", { method: "POST", form: {} });
      if (answer.ok && !answer.redirected) findings(await answer.json());
      grid.panel?.again();
    } catch {
      // without a connection the marks stay as they were; saving tells of it
    }
  }
  function refresh(pause = 1500) {
    clearTimeout(timer);
    timer = setTimeout(check, pause);
  }
  refresh(300);
  return { set, clear, clearAll, refresh };
}
