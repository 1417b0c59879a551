// The table of files comes anew every few seconds while files are read; not while somebody chooses a school in it.
document.addEventListener("htmx:beforeSwap", (event) => {
  const table = document.getElementById("cac-tep");
  if (event.target !== table) return;
  const chosen = [...table.querySelectorAll("select")].some((list) => !(list.selectedOptions[0]?.defaultSelected ?? true) && list.value);
  if (chosen || document.activeElement?.matches?.("#cac-tep select")) event.detail.shouldSwap = false;
});
