"""Numbers of official documents (`17/2018/TT-BGDĐT`) and the legal bases that cite them."""

import re
from itertools import pairwise
from typing import NamedTuple

from caitien.vietnamese.dates import find_dates
from caitien.vietnamese.fold import fold

_CAPITAL = "A-ZĐĂÂÊÔƠƯ"
_LETTERS = rf"[{_CAPITAL}a-zđ0-9&.]*"
_CODE = rf"[{_CAPITAL}]{_LETTERS}"
_SYMBOL = rf"(?=[{_CAPITAL}]{{2}}){_CODE}(?:-[{_CAPITAL}0-9]{_LETTERS}|\s?-\s?[{_CAPITAL}]{{2,}}[{_CAPITAL}0-9&]*)*"
_NUMBER = re.compile(
    rf"(?<![\w/.-])(?:(?P<party>\d+[a-zđ]?\s?-\s?[{_CAPITAL}]{{1,4}}(?:\s?/\s?{_CODE}(?:-{_CODE})*))"
    rf"|\d+[a-zđA-Z]?(?:\s?/\s?(?:19|20)\d{{2}})?\s?/\s?{_SYMBOL}"
    r"|(?<=[sS]ố )\d+[a-zđ]?/(?:19|20)\d{2}(?=/?(?:\s*;|\s+ngày)))"
)
# The longest name of a kind first: "Nghị quyết" is no "Quyết định".
_TYPES = (
    "Văn bản hợp nhất", "Hướng dẫn liên tịch", "Thông tư liên tịch", "Nghị quyết", "Nghị định", "Thông tư",
    "Quyết định",
    "Công văn", "Hướng dẫn", "Kế hoạch", "Chỉ thị", "Thông báo", "Kết luận", "Công điện", "Tờ trình", "Báo cáo",
    "Chương trình", "Đề án", "Pháp lệnh", "Hiến pháp", "Bộ luật", "Luật", "Điều lệ", "Quy chế", "Quy định", "Biên bản",
    "Văn bản", "Chiến lược", "Giấy mời",
)  # fmt: skip
_TYPE = re.compile(rf"(?<!\w)(?:{'|'.join(_TYPES)})(?!\w)", re.IGNORECASE)
_CODE_TYPES = {
    "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "QĐ": "Quyết định", "NĐ": "Nghị định", "NQ": "Nghị quyết",
    "KH": "Kế hoạch",
    "HD": "Hướng dẫn", "CT": "Chỉ thị", "TB": "Thông báo", "BC": "Báo cáo", "KL": "Kết luận",
    "VBHN": "Văn bản hợp nhất",
    "QH": "Luật",
}  # fmt: skip
# Bases without a number: what the first words say, and the name that the kind of basis bears.
_INTERNAL = (
    (r"bao cao (?:ket qua )?(?:danh gia ngoai|dgn)", "Báo cáo đánh giá ngoài"),
    (r"(?:ket qua|bien ban) (?:tham dinh|danh gia ngoai|dgn)", "Báo cáo đánh giá ngoài"),
    (r"(?:bao cao|ket qua)(?: ket qua)? (?:tu danh gia|tdg)", "Báo cáo tự đánh giá"),
    (r"ket qua[^;]*nam hoc", "Kết quả năm học trước"),
    (r"chu truong|dinh huong", "Chủ trương, định hướng"),
    (r"phuong huong|chien luoc", "Phương hướng, chiến lược"),
    (r"khuyen nghi|kien nghi", "Khuyến nghị"),
    (r"(?:tinh hinh|dieu kien|thuc trang|nhu cau)", "Tình hình thực tế"),
)  # fmt: skip
_HEADING = re.compile(r"(?:cac|he thong) van ban (?:quy pham|phap luat|chi dao|huong dan|hien hanh)[^0-9]*$|can cu:?$")


class Citation(NamedTuple):
    """A legal basis: its text, the number cited (None for internal papers), kind of document, ISO date as cited."""

    text: str
    number: str | None
    type: str | None
    date: str | None


def find_document_numbers(text: str) -> list[str]:
    """All document numbers of the text in order, blanks inside them dropped (`2461/QĐ- SGDĐT` → `2461/QĐ-SGDĐT`)."""
    return [_closed(match[0]) for match in _NUMBER.finditer(text)]


def document_number_in(text: str) -> str | None:
    """The first document number of the text, or None."""
    return next(iter(find_document_numbers(text)), None)


def _closed(number: str) -> str:
    return re.sub(r"\s+", "", number).rstrip(".-&")


def own_number(line: str) -> tuple[str | None, bool]:
    """The document's own number in a line "Số: …" as written, and whether its figure is still a blank.

    "Số :…/KH-THHM" gives ("…/KH-THHM", True), "Số: 9/KH-MN 8/3" ("9/KH-MN 8/3", False), other lines (None, False).
    """
    match = re.search(
        r"(?<!\w)Số\s*:?\s*(?P<number>(?:\d+\s?[a-zđ]?|[.…_\s]*)\s?[/-]\s?[^\s,;].*)", line.strip(), re.IGNORECASE
    )
    if match is None:
        return None, False
    number = re.split(r"\s{2,}|\t|\||,? +(?=ngày)|\n| +[^\W\d]\w+(?: [^\W\d]\w+)*, *ngày", match["number"].strip())[0]
    number = re.sub(r"\s*(?:V/v|Về việc).*", "", number)
    if re.search(r"(?:19|20)\d{2}$|ngày", number) and not re.search(rf"/\s?[{_CAPITAL}]", number):
        return None, False
    number = re.sub(r"\s?([/-])\s?", r"\1", number).strip(" .;,")
    figure = re.match(r"[.…_\s]*(?=[/-])", number)
    if figure and not number[0].isdigit():
        return "…" + number[figure.end() :], True
    return number, False


def read_citations(paragraph: str) -> list[Citation]:
    """The legal bases of a paragraph: one for each document cited, several where ";" or "và Quyết định số" parts them.

    A basis without a number is kept when it names an internal paper (self-assessment report, last year's results …);
    headings such as "Các văn bản hướng dẫn hiện hành" give none.
    """
    pieces = [piece for part in _parted(paragraph) for piece in _joined_numbers(part)]
    return [citation for piece in pieces if (citation := _read_one(piece))]


def _parted(paragraph: str) -> list[str]:
    """Pieces at line ends and ";", each keeping its own mark; a piece that cites nothing goes on the one before."""
    lines = re.sub(r"[ \t\u00a0]+", " ", paragraph).split("\n")
    pieces: list[str] = []
    for line in lines:
        for piece in re.findall(r"[^;]+;?", line):
            stripped = re.sub(r"^\s*(?:[-+*•–]|\d{1,2}[.)](?!\d))\s*", "", piece).strip()
            if len(stripped) > 3:
                pieces.append(stripped)
    return pieces


def _joined_numbers(piece: str) -> list[str]:
    """`… Quyết định số A … và Quyết định số B …`: two bases in one sentence."""
    starts = [
        m.start() for m in re.finditer(rf"(?:,|\s) ?(?:và|cùng)\s+(?=(?:{'|'.join(_TYPES)}) (?:số )?\d)", piece, re.I)
    ]
    cuts = [0, *starts, len(piece)]
    parts = [re.sub(r"^,? *(?:và|cùng) ", "", piece[a:b]).strip() for a, b in pairwise(cuts)]
    return [part for part in parts if part]


def _read_one(piece: str) -> Citation | None:
    match = _NUMBER.search(piece)
    if match is None:
        return _read_unnumbered(piece)
    number = _closed(match[0])
    return Citation(piece, number, _type_of(piece[: match.start()], number), _date_after(piece, match.end()))


def _type_of(before: str, number: str) -> str | None:
    named = list(_TYPE.finditer(before))
    if named:
        return _proper(named[-1][0] if len(named) == 1 else _nearest(before, named))
    if re.search(r"/(?:19|20)\d{2}/QH", number):
        return "Luật"
    code = re.search(rf"[/-]([{_CAPITAL}]+)", number.replace("/20", " 20"))
    return _CODE_TYPES.get(code[1]) if code else None


def _nearest(before: str, named: list[re.Match[str]]) -> str:
    """The kind that stands right before "số", else the first one of the piece."""
    last = named[-1]
    return last[0] if len(before) - last.end() <= 12 else named[0][0]


def _proper(name: str) -> str:
    return next(kind for kind in _TYPES if kind.casefold() == " ".join(name.split()).casefold())


def _date_after(text: str, place: int) -> str | None:
    """The date that follows a number at once ("… , ngày 22/8/2018"); a date further on belongs to something else."""
    following = next((date for date in find_dates(text[place:]) if len(date.iso) == 10), None)
    if following and len(re.sub(r"\W|ngày", "", text[place : place + following.start])) <= 12:
        return following.iso
    return None


def _read_unnumbered(piece: str) -> Citation | None:
    plain = re.sub(r"^(?:can cu |theo |dua (?:vao|tren) |thuc hien )+(?:vao )?", "", fold(piece)).strip(" .;,")
    if not plain or _HEADING.match(plain):
        return None
    for pattern, kind in _INTERNAL:
        if re.match(rf"(?:cac |ban )?(?:{pattern})", plain):
            return Citation(piece, None, kind, None)
    named = _TYPE.match(re.sub(r"^(?:Căn cứ|Theo|Dựa vào|Thực hiện)\s+(?:vào )?", "", piece, flags=re.IGNORECASE))
    cited = re.match(r"(?:can cu|theo|dua|thuc hien)", fold(piece))
    if named is None and not cited:
        return None
    date = next((found.iso for found in find_dates(piece) if len(found.iso) == 10), None)
    return Citation(piece, None, _proper(named[0]) if named else None, date)
