"""Criteria named by their title only: the code that the title has in the plan's edition."""

from dataclasses import replace

from rapidfuzz import fuzz, process

from caitien.findings import Finding, Place, doubt
from caitien.frameworks.load import load_framework
from caitien.plan import Item
from caitien.vietnamese.fold import fold

ACCEPT = 88  # likeness of folded titles; the titles of one edition are less alike than this


def with_codes(items: tuple[Item, ...], framework: str | None) -> tuple[tuple[Item, ...], list[Finding]]:
    """The items with the code where only a title was given and it is one of the edition's; each is told."""
    if framework is None or all(item.criterion or not item.criterion_title for item in items):
        return items, []
    titles = {fold(criterion.title): criterion.code for criterion in load_framework(framework).criteria}
    findings: list[Finding] = []
    coded = []
    for index, item in enumerate(items):
        code = _code(item.criterion_title, titles) if item.criterion is None else None
        if code:
            item = replace(item, criterion=code, standard=int(code.split(".")[0]))
            findings.append(_told(index, item))
        coded.append(item)
    return tuple(coded), findings


def _code(title: str | None, titles: dict[str, str]) -> str | None:
    best = process.extractOne(fold(title or ""), titles.keys(), scorer=fuzz.ratio, score_cutoff=ACCEPT)
    return titles[best[0]] if best else None


def _told(index: int, item: Item) -> Finding:
    message = f"Mục {index + 1}: chỉ ghi tên “{item.criterion_title}”; đã hiểu là tiêu chí {item.criterion}."
    place = Place("items", index, item.criterion, "criterion", item.criterion_title)
    return doubt("row-without-criterion", message, place=place)


def without_criterion(items: tuple[Item, ...]) -> list[Finding]:
    """A doubt for each item that names no criterion, in a table that has a column for it."""
    return [
        doubt(
            "row-without-criterion",
            f"Mục {index + 1}: không thấy mã tiêu chí ở dòng này và các dòng trên.",
            place=Place("items", index, None, "criterion", item.criterion_title),
        )
        for index, item in enumerate(items)
        if item.criterion is None
    ]
