// What the clipboard holds, as rows of texts: a table of HTML (Word, Excel, our own), else TSV, else one text. null: a cell
// that another one, merged, covers.
const clean = (text) => text.replace(/\u00a0/g, " ").normalize("NFC");

export function blockOf(data) {
  const html = data.getData("text/html"), text = data.getData("text/plain");
  const block = /<table/i.test(html) ? tableOf(html) : null;
  if (block?.length) return block;
  if (text.includes("\t")) return tsv(clean(text).replace(/\r\n?/g, "\n").replace(/\n$/, ""));
  return text ? [[clean(text).replace(/\r\n?/g, "\n").trim()]] : [];
}

// Styles and handlers are cut out of the text before it is parsed: the security policy would report each of them.
function tableOf(html) {
  const bare = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(style|script|xml|head)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/\s(?:style|class|on\w+|src|href|background)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, "")
    .replace(/<\/?(?:link|meta|base|img|object|embed|iframe|o:p)\b[^>]*>/gi, "");
  const table = new DOMParser().parseFromString(bare, "text/html").querySelector("table");
  const rows = [], held = [];
  for (const tr of table?.rows ?? []) {
    const row = [];
    let column = 0;
    const skip = () => { while (held[column] > 0) { held[column] -= 1; row[column] = null; column += 1; } };
    for (const cell of tr.cells) {
      skip();
      for (let wide = 0; wide < (cell.colSpan || 1); wide += 1) {
        row[column] = wide ? null : textOf(cell);
        held[column] = (cell.rowSpan || 1) - 1;
        column += 1;
      }
    }
    skip();
    rows.push(row);
  }
  return rows;
}

const BLOCKS = new Set(["P", "DIV", "LI", "H1", "H2", "H3", "H4", "TR"]);

function textOf(cell) {
  let out = "";
  const line = () => { if (out && !out.endsWith("\n")) out += "\n"; };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) out += node.data.replace(/[ \t\r\n]+/g, " ");
    else if (node.nodeName === "BR") out += "\n";
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const block = BLOCKS.has(node.nodeName);
      if (block) line();
      if (node.nodeName === "LI") out += "- ";
      node.childNodes.forEach(walk);
      if (block) line();
    }
  };
  cell.childNodes.forEach(walk);
  return clean(out)
    .split("\n")
    .map((text) => text.replace(/ +/g, " ").trim().replace(/^(?:[·•▪§o\uf0b7\uf0a7]|[-–])\s+/u, "- "))
    .join("\n")
    .trim();
}

function tsv(text) {
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const row = rows.at(-1), sign = text[i];
    if (quoted && sign === '"' && text[i + 1] === '"') { row[row.length - 1] += '"'; i += 1; }
    else if (quoted && sign === '"') quoted = false;
    else if (!quoted && sign === '"' && row.at(-1) === "") quoted = true;
    else if (!quoted && sign === "\t") row.push("");
    else if (!quoted && sign === "\n") rows.push([""]);
    else row[row.length - 1] += sign;
  }
  return rows.map((row) => row.map((one) => one.trim()));
}
