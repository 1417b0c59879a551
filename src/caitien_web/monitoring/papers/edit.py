"""A draft paper as a form: its texts one by one, found again by their path in the paper's JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from caitien.layouts.paper import OfficialPaper
from caitien_web.monitoring.convert import paper_from_json, paper_to_json


@dataclass(frozen=True, slots=True)
class Place:
    """One text of a paper: where it is, what it is, its words; `rows` of the area to write in."""

    path: str
    label: str
    value: str
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a paper: its headings and a row of places each."""

    label: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Place, ...], ...]


_LISTS = {"addressees": "Kính gửi", "bases": "Căn cứ", "recipients": "Nơi nhận"}


def places_of(paper: OfficialPaper) -> list[Place | Sheet]:
    """Everything of a paper that a person may write, in its order."""
    data = paper_to_json(paper)
    found: list[Place | Sheet] = [Place("subject", "Trích yếu", data["subject"], 2)]
    found += [_lines(data, name, label) for name, label in _LISTS.items() if data[name] and name != "recipients"]
    found += _contents(data["content"], "content")
    found.append(_lines(data, "recipients", _LISTS["recipients"]))
    for name, label in (("signature", "Chức vụ người ký"), ("second", "Chức vụ người ký bên trái")):
        if data[name]:
            found.append(Place(f"{name}.office", label, data[name]["office"], 2))
            found.append(Place(f"{name}.name", "Họ và tên người ký", data[name]["name"]))
    for n, annex in enumerate(data["annexes"]):
        found.append(Place(f"annexes.{n}.title", f"Tên phụ lục {n + 1}", annex["title"]))
        found += _contents(annex["content"], f"annexes.{n}.content")
    return found


def _lines(data: Mapping[str, Any], name: str, label: str) -> Place:
    lines = data[name]
    return Place(name, f"{label} (mỗi dòng một mục)", "\n".join(lines), max(2, len(lines)))


def _contents(content: list[Any], path: str) -> Iterator[Place | Sheet]:
    for n, part in enumerate(content):
        here = f"{path}.{n}"
        if part["is"] == "Section":
            if part["title"]:
                yield Place(f"{here}.title", "Tên mục", part["title"])
            yield from _contents(part["content"], f"{here}.content")
        elif part["is"] == "Text":
            yield Place(f"{here}.text", "Đoạn văn", part["text"], 2 + len(part["text"]) // 100)
        elif part["is"] == "Points":
            yield Place(f"{here}.texts", "Danh sách (mỗi dòng một ý)", "\n".join(part["texts"]), len(part["texts"]) + 1)
        elif part["is"] == "Grid":
            yield _sheet(part, here)


def _sheet(part: Mapping[str, Any], path: str) -> Sheet:
    rows = tuple(
        tuple(Place(f"{path}.rows.{r}.{c}", "", cell) for c, cell in enumerate(row))
        for r, row in enumerate(part["rows"])
        if isinstance(row, list)
    )
    return Sheet(part["caption"] or "Bảng", tuple(column["heading"] for column in part["columns"]), rows)


def edited(paper: OfficialPaper, written: Mapping[str, str]) -> OfficialPaper:
    """The paper with what was written; only places that the paper has are looked at, the rest stays."""
    data = paper_to_json(paper)
    for place in _flat(places_of(paper)):
        if place.path in written:
            _put(data, place.path.split("."), written[place.path].replace("\r\n", "\n").strip())
    return paper_from_json(data)


def _flat(places: list[Place | Sheet]) -> Iterator[Place]:
    for one in places:
        if isinstance(one, Place):
            yield one
        else:
            yield from (place for row in one.rows for place in row)


def _put(data: Any, steps: list[str], text: str) -> None:
    """Set one text; a list of texts takes a line each."""
    for step in steps[:-1]:
        data = data[int(step)] if isinstance(data, list) else data[step]
    last: Any = int(steps[-1]) if isinstance(data, list) else steps[-1]
    is_lines = isinstance(data[last], list)
    data[last] = [line.strip() for line in text.splitlines() if line.strip()] if is_lines else text
