// The plan's table as an editor. Without this script the table is read, and edited by each row's own form.
import { makeEditor } from "./edit.js";
import { makeMoves } from "./move.js";
import { makeChoices } from "./choose.js";
import { makeClipboard } from "./clipboard.js";
import { makeSaving } from "./save.js";
import { makeUndo } from "./undo.js";
import { makeRows } from "./rows.js";
import { makeMenu } from "./menu.js";
import { makeWatch } from "./watch.js";
import { makePanel } from "./panel.js";
import { makeFilter } from "./filter.js";
import { makeMarks } from "./marks.js";
import { makePhone } from "./phone.js";
import { Grid } from "./grid.js";

const place = document.getElementById("soan");
if (place && document.getElementById("lua-chon")) {
  const grid = new Grid(place);
  grid.marks = makeMarks(grid);
  grid.undo = makeUndo(grid);
  grid.saving = makeSaving(grid);
  grid.choices = makeChoices(grid);
  grid.editor = makeEditor(grid);
  grid.moves = makeMoves(grid);
  grid.rows = makeRows(grid);
  grid.menu = makeMenu(grid);
  grid.clipboard = makeClipboard(grid);
  grid.panel = makePanel(grid);
  grid.watch = makeWatch(grid);
  makeFilter(grid);
  makePhone(grid);
  place.classList.add("ready");
  grid.box.tabIndex = -1;
  grid.moves.start();
  grid.saving.resume();
  document.documentElement.dataset.planEditor = "ready";
}
