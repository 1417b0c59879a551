"""Two versions of a plan side by side: items matched, and in each text the words that changed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from caitien.layouts.columns import PLAN_COLUMNS
from caitien.plan import to_json
from caitien_web.plans.convert import to_plan
from caitien_web.plans.models import ITEM_TEXTS, PlanVersion, SchoolPlan

_HEADINGS = {column.field: column.headings[0] for column in PLAN_COLUMNS}
_WORDS = re.compile(r"\s+|[^\s]+")
PARTS = {
    "legal_bases": "Căn cứ",
    "purposes": "Mục đích, yêu cầu",
    "prior_results": "Kết quả năm học trước",
    "problems": "Vấn đề cần cải tiến",
    "weak_criteria": "Tiêu chí còn yếu",
    "target_criteria": "Chỉ tiêu phấn đấu",
    "reviews": "Theo dõi, đánh giá",
    "organisation": "Tổ chức thực hiện",
    "closing": "Lời kết",
    "recipients": "Nơi nhận",
}


@dataclass(frozen=True, slots=True)
class Side:
    """What is compared: a version, or the plan as it stands now. `rows`: the ids of the items of `data`."""

    title: str
    number: int | None
    data: Mapping[str, Any]
    rows: Sequence[str] = ()

    @property
    def address(self) -> str:
        """The side as the address has it: "2", "nay"."""
        return "nay" if self.number is None else str(self.number)


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words; `kind`: "same", "gone" (only before) or "new" (only after)."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """One text before and after, with the changed words marked in both."""

    label: str
    before: tuple[Words, ...]
    after: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that was added, removed or changed."""

    kind: str
    title: str
    texts: tuple[TextChange, ...]

    @property
    def kind_words(self) -> str:
        return {"added": "Thêm mục", "removed": "Bỏ mục", "changed": "Sửa mục"}[self.kind]


@dataclass(frozen=True, slots=True)
class Comparison:
    items: list[ItemChange] = field(default_factory=list)
    parts: list[TextChange] = field(default_factory=list)
    unchanged: int = 0

    @property
    def summary(self) -> str:
        """ "sửa 2 mục, thêm 1 mục, sửa phần Mục đích, yêu cầu"; "" where nothing changed."""
        words = {"changed": "sửa", "added": "thêm", "removed": "bỏ"}
        counts = {kind: sum(1 for item in self.items if item.kind == kind) for kind in words}
        told = [f"{words[kind]} {count} mục" for kind, count in counts.items() if count]
        told += [f"sửa phần {part.label}" for part in self.parts]
        return ", ".join(told)


def side_of_version(version: PlanVersion) -> Side:
    return Side(f"Phiên bản {version.number}", version.number, version.data, version.rows)


def side_of_now(plan: SchoolPlan) -> Side:
    """The plan as it stands. One query."""
    rows = plan.rows()
    return Side("Bản đang soạn", None, to_json(to_plan(plan, rows)), [str(row.pk) for row in rows])


def compare(before: Side, after: Side) -> Comparison:
    """What changed from one side to the other. Nothing is asked of the database."""
    found = Comparison(parts=list(_parts(before.data, after.data)))
    unchanged = 0
    for old, new in _matched(before, after):
        texts = tuple(_texts(old or {}, new or {}))
        if old is not None and new is not None and not texts:
            unchanged += 1
            continue
        kind = "added" if old is None else "removed" if new is None else "changed"
        found.items.append(ItemChange(kind, _title(new or old or {}), texts))
    return Comparison(found.items, found.parts, unchanged)


def changed_words(before: str, after: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """The two texts in runs of words: what both have, what is gone, what is new."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    left, right = list[Words](), list[Words]()
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if i < j:
            left.append(Words("".join(old[i:j]), "same" if kind == "equal" else "gone"))
        if k < m:
            right.append(Words("".join(new[k:m]), "same" if kind == "equal" else "new"))
    return tuple(left), tuple(right)


def _matched(before: Side, after: Side) -> Iterator[tuple[dict[str, Any] | None, dict[str, Any] | None]]:
    """Items in the order of `after`, each with its counterpart, by id or by criterion; then those that are gone."""
    left = _keyed(before)
    right = _keyed(after)
    if not set(left) & set(right):
        left, right = _by_criterion(before), _by_criterion(after)
    for key, item in right.items():
        yield left.pop(key, None), item
    for item in left.values():
        yield item, None


def _keyed(side: Side) -> dict[str, dict[str, Any]]:
    return dict(zip(side.rows, side.data["items"], strict=False))


def _by_criterion(side: Side) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for item in side.data["items"]:
        stem, count = item.get("criterion") or f"tc{item.get('standard')}", 1
        while f"{stem}#{count}" in found:
            count += 1
        found[f"{stem}#{count}"] = item
    return found


def _texts(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[TextChange]:
    for name in ITEM_TEXTS:
        before, after = _plain(old.get(name)), _plain(new.get(name))
        if before != after:
            yield TextChange(_HEADINGS.get(name, name), *changed_words(before, after))


def _parts(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[TextChange]:
    for name, label in PARTS.items():
        before, after = _plain(old.get(name)), _plain(new.get(name))
        if before != after:
            yield TextChange(label, *changed_words(before, after))


def _plain(value: Any) -> str:
    """A part of the contract's JSON as a text to be read."""
    if isinstance(value, Mapping):
        return " – ".join(text for inner in value.values() if (text := _plain(inner)))
    if isinstance(value, list | tuple):
        return "\n".join(text for inner in value if (text := _plain(inner)))
    return "" if value is None else str(value)


def _title(item: Mapping[str, Any]) -> str:
    code, title = item.get("criterion"), item.get("criterion_title") or item.get("improvement") or ""
    return f"Tiêu chí {code}{': ' + title if title else ''}" if code else title or "Mục không ghi tiêu chí"
