// Copying, cutting and pasting blocks of cells while moving. While a cell is edited, the textarea does it by itself.
import { blockOf } from "./parse.js";

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const quoted = (text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const ASK_FROM = 20; // filled cells that would change

export function makeClipboard(grid) {
  const { area } = grid.editor;

  function copy(event) {
    if (grid.editing) return false;
    const texts = grid.moves.selection().map((row) => row.map((cell) => grid.value(cell)));
    const html = texts.map((row) => `<tr>${row.map((text) => `<td>${escape(text).replace(/\n/g, "<br>")}</td>`).join("")}</tr>`).join("");
    event.clipboardData.setData("text/plain", texts.map((row) => row.map(quoted).join("\t")).join("\n"));
    event.clipboardData.setData("text/html", `<table>${html}</table>`);
    event.preventDefault();
    grid.say(`Đã chép ${texts.length * texts[0].length} ô.`);
    return true;
  }
  function cut(event) {
    if (copy(event)) grid.undo.change(grid.moves.selection().flat().map((cell) => ({ key: grid.key(cell), from: grid.value(cell), to: "" })));
  }
  async function paste(event) {
    if (grid.editing) return;
    event.preventDefault();
    const block = blockOf(event.clipboardData);
    if (!block.length) return;
    const corner = grid.moves.selection()[0][0], { rows, row, column } = grid.moves.at(corner);
    const missing = row + block.length - rows.length;
    if (missing > 0 && window.confirm(`Khối dán có ${block.length} dòng, bảng còn thiếu ${missing} mục. Thêm ${missing} mục mới?`))
      if (await addRows(missing)) return write(block, grid.key(corner), column);
    write(block, grid.key(corner), column);
  }
  async function addRows(count) {
    let after = grid.rowElements.at(-1)?.dataset.id;
    for (let made = 0; made < count; made += 1) {
      const told = await grid.rows.post("muc/", { after });
      if (!told) return false;
      after = told.row;
    }
    await grid.rows.layAnew();
    return true;
  }
  function write(block, corner, column) {
    const rows = grid.rowElements, first = rows.indexOf(grid.cell(corner).parentNode);
    const changes = [];
    let lost = 0, covered = 0;
    block.forEach((texts, down) => {
      const cells = rows[first + down] ? grid.cellsOf(rows[first + down]) : [];
      texts.forEach((text, right) => {
        const cell = cells[column + right];
        if (cell) changes.push({ key: grid.key(cell), from: grid.value(cell), to: text ?? "" });
        else if (text) lost += 1;
        if (cell && text === null) covered += 1;
      });
    });
    const over = changes.filter(({ from, to }) => from && from !== to).length;
    if (over > ASK_FROM && !window.confirm(`Dán vào đây sẽ thay nội dung của ${over} ô đang có chữ. Dán? (Ctrl+Z lấy lại được.)`)) return;
    grid.undo.change(changes);
    const outside = lost ? `; ${lost} ô nằm ngoài bảng nên không dán` : "";
    grid.say(`Đã dán ${changes.length} ô${outside}${covered ? `; ${covered} ô để trống vì ô gộp. Ctrl+Z để hoàn tác` : ""}.`);
  }
  area.addEventListener("copy", copy);
  area.addEventListener("cut", cut);
  area.addEventListener("paste", paste);
  return { write };
}
