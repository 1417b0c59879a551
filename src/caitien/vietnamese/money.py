"""Sums of money as schools write them: dots or commas, nghìn, triệu, tỷ, ranges, and the three ways of naming none."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from caitien.vietnamese.fold import fold

_UNITS = {
    "tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "tr": 10**6, "nghìn": 1000, "ngàn": 1000, "ngìn": 1000, "k": 1000,
    "trăm": 100,
}  # fmt: skip
_DIGITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:[.,]\d{3}(?!\d))+|\d{1,3}(?: \d{3}(?!\d))+|\d+(?:[.,]\d+)?"
_UNIT = "|".join(_UNITS)
_CURRENCY = r"đồng|vnđ|vnd|₫|đ(?![^\W\d_])"
_TERM = rf"(?:(?P<number>{_NUMBER})|(?<!\w)(?P<word>{'|'.join(_DIGITS)})(?=\s+(?:{_UNIT})))"
_AMOUNT = re.compile(
    rf"(?<![\w/.,]){_TERM}\s*(?P<unit>(?:{_UNIT})(?![^\W\d_]))?(?P<half>\s+rưỡi)?(?P<tail>(?<=[r])\d(?!\d))?"
    rf"\s*(?P<currency>{_CURRENCY})?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|—|~|đến|tới)\s*$", re.IGNORECASE)
_NONE = re.compile(
    r"(?:dự kiến:? )?(?:không|ko|không có|không cần|không tốn|không phát sinh|không sử dụng|miễn phí|0|00)"
    r"(?: kinh phí| thêm| chi phí| tiền)*(?: ?(?:đồng|đ|vnđ))?[.;]?",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[\s.…\-–—_/xX*]*")
_HEDGES = (
    "dự kiến|dự toán|khoảng|ước tính|ước|tối đa|tối thiểu|không quá|trên|dưới|từ|tổng|tổng cộng|cộng|tổng kinh phí|"
    "kinh phí|số tiền|chừng|gần|hơn|khái toán|mỗi năm|hằng năm|hàng năm|mỗi tháng|và"
)
_PER = r"/\s*(?:\d+ )?(?:năm học|năm|tháng|quý|học kỳ|kỳ|người|lớp|bộ|buổi|lần|em|học sinh|trẻ|gv|hs|tiết|đợt|phòng)"
_SOURCE = re.compile(
    r"(?:(?:nguồn )?(?:kinh phí|ngân sách|chi|nguồn chi|nguồn)(?: chi)? (?:không )?(?:thường xuyên|tự chủ|sự nghiệp)"
    r"|chi khác"
    r"|(?:nguồn )?(?:vốn )?(?:ngân sách|quỹ|nguồn thu|học phí|xã hội h[óo]á?a?|xhh|vốn đầu tư|tài trợ|đóng góp"
    r"|vận động|nguồn vốn)"
    r"(?!\w)[^.;,\n()]*"
    r"|nguồn [^.;,\n()]+"
    r"|kinh phí (?:của |từ |do )?(?:nhà trường|đơn vị|công đoàn|cha mẹ|phụ huynh|hội|địa phương|xã|huyện|thành phố"
    r"|tỉnh|nhà nước"
    r"|tự chủ|cấp|được cấp|tài trợ|xã hội h|huy động)[^.;,\n()]*)",
    re.IGNORECASE,
)
_SELF_PAID = re.compile(
    r"(?:\w+ )?(?:cá nhân|giáo viên|người học|cha mẹ học sinh|phụ huynh|gv) tự (?:lo|túc|chi trả|trả|chi)",
    re.IGNORECASE,
)

State = Literal["empty", "none", "fixed", "range", "unknown"]


@dataclass(frozen=True, slots=True)
class Money:
    """What a money cell says, in whole đồng.

    `empty`: nothing is written. `none`: none is needed, amount 0. `fixed`: amount. `range`: low and high, no amount.
    `unknown`: money is spoken of without one definite sum ("Kinh phí không thường xuyên", several sums without a
    total, a price per piece times a number without its product). `source`: the source of the money as written.
    """

    state: State
    amount: int | None = None
    low: int | None = None
    high: int | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class _Sum:
    value: int
    start: int
    end: int
    clear: bool  # a unit, a currency or the size leaves no doubt that this is money


def read_money(text: str | None, *, unit: int = 1) -> Money:
    """The sum in a cell; `unit` is what bare numbers count in, from the column's heading (see `money_unit_in`)."""
    text = re.sub(r"[ \t\u00a0]+", " ", text or "").strip()
    if _EMPTY.fullmatch(text):
        return Money("empty")
    source = funding_source_in(text)
    if all(_NONE.fullmatch(line.strip(" -+•")) for line in text.split("\n") if line.strip()):
        return Money("none", 0)
    sums = [found for found in _sums(text, unit) if found.clear]
    total = _total(text, sums)
    if total is not None:
        return Money("none" if total == 0 else "fixed", total, source=source)
    if len(sums) == 2 and _RANGE.match(text[sums[0].end : sums[1].start]) and sums[0].value < sums[1].value:
        return Money("range", None, sums[0].value, sums[1].value, source)
    return Money("unknown", source=source)


def _total(text: str, sums: list[_Sum]) -> int | None:
    """The one sum of the text, or the one that is named as the total of the others."""
    if len(sums) == 1 and not re.search(r"\d\s*[^\W\d_]*\s*[x×*]\s*$", text[: sums[0].start], re.IGNORECASE):
        return sums[0].value
    for found in reversed(sums):
        before = text[: found.start].rstrip().lower()
        if re.search(r"(?:=|tổng|tổng cộng|tổng số|tổng kinh phí|cộng)\s*(?:là)?\s*:?$", before):
            return found.value
    values = {found.value for found in sums}
    repeated = len(sums) > 1 and len(values) == 1 and "(" in text
    return values.pop() if repeated else None


def _sums(text: str, unit: int) -> list[_Sum]:
    sums: list[_Sum] = []
    for match in _amounts(text):
        value = _value(match)
        named = match["unit"] or match["currency"]
        if not named and unit != 1:
            value *= unit
        clear = bool(named) or unit != 1 or value >= 10_000 or value == 0
        whole = int(value)
        last = sums[-1] if sums else None
        joined = last is not None and text[last.end : match.start()].strip() == "" and match["unit"] and last.clear
        if last is not None and joined and _is_continued(text, last, match):
            sums[-1] = _Sum(last.value + whole, last.start, match.end(), True)
        else:
            sums.append(_Sum(whole, match.start(), match.end(), clear))
    return _with_shared_units(text, sums)


def _amounts(text: str) -> list[re.Match[str]]:
    return [match for match in _AMOUNT.finditer(text) if match.group().strip()]


def _is_continued(text: str, last: _Sum, match: re.Match[str]) -> bool:
    """`2 triệu 500 nghìn`: a smaller unit follows a larger one with nothing but a blank between."""
    return _UNITS[match["unit"].lower()] < last.value and not re.search(_CURRENCY + "$", text[last.start : last.end])


def _with_shared_units(text: str, sums: list[_Sum]) -> list[_Sum]:
    """`10 - 15 triệu`: the first number takes the unit of the second."""
    result: list[_Sum] = []
    for found, following in zip_longest(sums, sums[1:]):
        words = text[following.start : following.end] if following else ""
        bare = following and not found.clear and found.value
        ranged = bare and following and _RANGE.match(text[found.end : following.start])
        named = (size for name, size in _UNITS.items() if ranged and re.search(rf"\d\s*{name}(?!\w)", words, re.I))
        if unit := next(named, None):
            number = _number(text[found.start : found.end].strip()) * unit
            result.append(_Sum(int(number), found.start, found.end, True))
        else:
            result.append(found)
    return result


def _value(match: re.Match[str]) -> Decimal:
    number = Decimal(_DIGITS[match["word"].lower()]) if match["word"] else _number(match["number"])
    size = _UNITS[match["unit"].lower()] if match["unit"] else 1
    value = number * size
    if match["half"]:
        value += Decimal(size) / 2
    if match["tail"]:
        value += Decimal(match["tail"]) * size / 10
    return value


def _number(text: str) -> Decimal:
    """A number with dots, commas or blanks between thousands, or with a decimal mark."""
    grouped = re.fullmatch(r"\d{1,3}(?:[., ]\d{3})+", text)
    return Decimal(re.sub(r"[., ]", "", text)) if grouped else Decimal(text.replace(",", "."))


def money_unit_in(heading: str) -> int:
    """What bare numbers of a column count in, from its heading: "Kinh phí (triệu đồng)" → 1 000 000, else 1."""
    match = re.search(rf"(tỷ|tỉ|triệu|nghìn|ngàn|1\.000)\s*(?:{_CURRENCY})", heading, re.IGNORECASE)
    if match is None:
        return 1
    return 1000 if match[1] == "1.000" else _UNITS[match[1].lower()]


@lru_cache(maxsize=4096)
def is_money_expression(text: str) -> bool:
    """Whether the whole text is a sum of money with its hedges and unit, and nothing else.

    "Không" alone is not told apart from other columns here: it is no sum.
    """
    found = [s for s in _sums(text, 1) if s.clear and s.value]
    if not found:
        return False
    rest = text
    for match in reversed(_amounts(text)):
        rest = rest[: match.start()] + " " + rest[match.end() :]
    rest = re.sub(rf"\([^()]*đồng[^()]*\)|{_PER}", " ", rest, flags=re.IGNORECASE)
    rest = re.sub(rf"(?<!\w)(?:{_HEDGES}|đến|tới|{_CURRENCY})(?!\w)", " ", rest, flags=re.IGNORECASE)
    return not re.sub(r"[\s.,;:()~=/+–-]", "", rest)


def funding_source_in(text: str) -> str | None:
    """The words that name a source of money, as written ("Kinh phí không thường xuyên", "cá nhân tự lo"), or None."""
    paid = _SELF_PAID.search(text)
    if paid:
        return re.sub(r"^(?:phí|do|để) ", "", " ".join(paid[0].split()), flags=re.IGNORECASE)
    match = _SOURCE.search(re.sub(r"\s+", " ", text))
    if match is None or fold(match[0]) in {"quy", "van dong", "dong gop", "hoc phi"}:
        return None
    return match[0].strip()
