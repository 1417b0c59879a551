"""Doubts that formats and unwrapping have about cells, told of the items that the cells belong to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from caitien.findings import Finding, Place, Position
from caitien.layouts.columns import PLAN_COLUMNS
from caitien.plan import Item

_NAMES = {column.field: column.headings[0] for column in PLAN_COLUMNS}
CUT = "row-cut-by-page"


def placed(
    findings: Iterable[Finding], positions: Mapping[str, Position], items: tuple[Item, ...]
) -> tuple[Finding, ...]:
    """The findings with item and field where their position is that of a cell; cut cells of an item told as one."""
    paths = {position: path for path, position in positions.items()}
    told: list[Finding] = []
    cut: dict[int, list[Finding]] = {}
    for finding in findings:
        path = paths.get(finding.position) if finding.position else None
        if path is None:
            told.append(finding)
            continue
        _, index, field = path.split(".")
        finding = _of_item(finding, int(index), field, items)
        if finding.name == CUT:
            cut.setdefault(int(index), []).append(finding)
        else:
            told.append(finding)
    return (*told, *(_joined(group) for group in cut.values()))


def _of_item(finding: Finding, index: int, field: str, items: tuple[Item, ...]) -> Finding:
    criterion = items[index].criterion
    text = getattr(items[index], field, None)
    quote = " ".join(text.split())[:120] if isinstance(text, str) else None
    where = f"Mục {index + 1}" + (f" (tiêu chí {criterion})" if criterion else "")
    message = finding.message[:1].lower() + finding.message[1:]
    return replace(finding, place=Place("items", index, criterion, field, quote), message=f"{where}: {message}")


def _joined(group: list[Finding]) -> Finding:
    """One finding for all cells of an item that a page cut."""
    first = group[0]
    if len(group) == 1:
        return first
    where = first.message.split(":")[0]
    fields = list(dict.fromkeys(_NAMES.get(finding.place.field or "", "") for finding in group))
    names = ", ".join(f"“{name}”" for name in fields)
    return replace(first, message=f"{where}: hàng bị ngắt sang trang sau; đã nối lại các ô {names}.")
