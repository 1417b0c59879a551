"""Work that costs money, told by its words: building, repairing, buying, training, giving.

The kinds with their words and the plausible cost of one item (đồng) are data: `paid_work.json`. The ranges are wide
orders of magnitude of our own, no prices; a province sets its own in caitien.toml.
"""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from caitien.plan import Item
from caitien.vietnamese.word_choice import one_beginning

TRAINING = "tap-huan-boi-duong"
GIVING = "ho-tro-khen-thuong"
# Words before the deed in its clause after which nothing is bought or built here: rules, records, what is done already.
_NOT_DONE = re.compile(
    r"(?<!\w)(?:(?:công khai|quy chế|quy trình|hồ sơ)(?!\w)[^.;\n]{0,50}"
    r"|(?:giám sát|kiểm tra|kiểm kê|bảo quản|quản lý|hạn chế|không|chưa|đã|sau khi|giới thiệu|tuyên truyền)(?!\w)"
    r"[^.;,\n]{0,25})$",
)
_BEFORE = 80  # letters, more than those words and what may stand behind them
_ASKED = re.compile(
    r"(?<!\w)(?:(?:tham mưu|đề xuất|đề nghị|kiến nghị|xin|trình)(?!\w)[^.;\n]*"
    r"|(?:vận động|kêu gọi|huy động)(?!\w)(?:(?! và )[^.;,\n]){0,50})$",
)
_STOP = re.compile(r"[.;\n]|,(?! )|$")
_MINISTRY = re.compile(r"giáo dục\s*(?:và|&)?\s*đào tạo|gd\s*&?\s*đt")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work that costs money: plausible cost of one item from `low` to `high` đồng.

    `pattern` is for small letters; a text without any of the `signs` need not be searched.
    """

    id: str
    title: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class PaidWork:
    """A work found in a text: its words up to the next stop, and whether someone else is asked to do or pay it."""

    kind: Kind
    words: str
    asked: bool


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of the data file, the more special ones first."""
    lines = json.loads((files("caitien.checks") / "paid_work.json").read_text("utf-8"))
    return tuple(
        Kind(line["id"], line["title"], _signs(line), re.compile(_pattern(line)), line["low"], line["high"])
        for line in lines
    )


@cache
def _signs_of_kinds() -> tuple[tuple[str, list[int]], ...]:
    """Each sign with the numbers of the kinds that it is a sign of."""
    signs = dict.fromkeys(sign for kind in kinds() for sign in kind.signs)
    return tuple((sign, [number for number, kind in enumerate(kinds()) if sign in kind.signs]) for sign in signs)


def _signs(line: dict[str, str]) -> tuple[str, ...]:
    """The deeds that hold no other deed, which must stand in any text with such work."""
    words = [*line.get("deeds", "").split("|"), *line.get("signs", "").split("|")]
    return tuple({word for word in words if word and not any(w and w != word and w in word for w in words)})


def _pattern(line: dict[str, str]) -> str:
    if "deeds" not in line:
        return rf"(?<!\w)(?:{line['pattern']})"
    deeds = one_beginning(sorted(line["deeds"].split("|"), key=len, reverse=True))
    pattern = rf"{deeds}\s(?:[^\W_]+ +){{0,6}}?(?:{line['objects']})"
    return f"{pattern}|(?:{line['pattern']})" if "pattern" in line else pattern


@lru_cache(maxsize=8192)
def paid_work_in(text: str) -> tuple[PaidWork, ...]:
    """The works of a text, each kind once, in the order of the kinds; what only is asked for comes as `asked`."""
    plain = _MINISTRY.sub(lambda match: "_" * len(match[0]), text.lower())
    plain = plain if len(plain) == len(text) else text
    near = {number for sign, numbers in _signs_of_kinds() if sign in plain for number in numbers}
    if not near:
        return ()
    found: list[PaidWork] = []
    taken: list[tuple[int, int]] = []
    for kind in map(kinds().__getitem__, sorted(near)):
        match = next((m for m in kind.pattern.finditer(plain) if not _is_not_done(plain, m.start())), None)
        if match is None or any(start <= match.start() < end for start, end in taken):
            continue
        end = _STOP.search(plain, match.end())
        words = _cut(text, match.start(), end.start() if end else match.end())
        taken.append(match.span())
        found.append(PaidWork(kind, words, bool(_ASKED.search(plain, 0, match.start()))))
    return tuple(found)


def _is_not_done(text: str, start: int) -> bool:
    """Whether the words before a deed say that nothing is bought or built."""
    return bool(_NOT_DONE.search(text, max(0, start - _BEFORE), start))


def _cut(text: str, start: int, stop: int, limit: int = 90) -> str:
    """The words of text[start:stop] as written, cut at a word within `limit` letters."""
    words = " ".join(text[start:stop].split()).strip(" ,;")
    return words if len(words) <= limit else words[: words.rfind(" ", 0, limit)] + " …"


def paid_work_of(item: Item) -> list[tuple[str, PaidWork]]:
    """The works of an item with the field that names each, a kind once."""
    found: dict[str, tuple[str, PaidWork]] = {}
    for name in ("solution", "task", "target_result", "improvement"):
        for work in paid_work_in(getattr(item, name) or ""):
            if work.kind.id not in found or (found[work.kind.id][1].asked and not work.asked):
                found[work.kind.id] = (name, work)
    return list(found.values())
