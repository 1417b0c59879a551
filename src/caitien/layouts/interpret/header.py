"""The head of a plan: governing body, school, number, place and date, subject, the years it covers."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from caitien.findings import Finding, Place, doubt
from caitien.layouts.interpret.lines import Line
from caitien.plan import DocumentInfo, Period, School
from caitien.vietnamese.dates import read_date
from caitien.vietnamese.document_numbers import own_number
from caitien.vietnamese.fold import fold
from caitien.vietnamese.names import capitalise_body, school_level_in
from caitien.vietnamese.periods import school_year_in, years_range_in
from caitien.vietnamese.syllables import CAPITALS

_BODY = re.compile(
    r"(ubnd|uy ban nhan dan|so (giao duc|gd)|phong (giao duc|gd)|bo giao duc|tap doan|dai hoc|cong ty)\b"
)
_SCHOOL_WORDS = (
    r"mầm\s+non|mẫu\s+giáo|tiểu\s+học|trung\s+học|phổ\s+thông|liên\s+cấp"
    r"|th\b|thcs|thpt|ptdt\w*|pt\b|mn\b|mg\b|th\s*[&\-]"
)
_SCHOOL = re.compile(
    rf"(trường\s+({_SCHOOL_WORDS})|trung\s+tâm\s+(giáo\s+dục|gdnn|gdtx|gd)|nhà\s+trẻ|lớp\s+mẫu\s+giáo|cơ\s+sở\s+giáo\s+dục)",
    re.I,
)
_DATE_LINE = re.compile(r"^(?P<place>[^,]{2,40}?)\s*,\s*(?P<date>(ngày|tháng)\b.*)$", re.I)
_YEARS = re.compile(
    r"[\s,(]*(trong\s+|cho\s+)?(năm\s*học|giai\s*đoạn|năm)\b[\s:]*(từ\s+(năm\s+)?)?\d{4}.*$", re.I | re.S
)
# A name in running text goes on over capitalised words, numbers and joining words between them.
_NAME_TAIL = rf"(?:\s+(?:và|[{CAPITALS}][\w&]*|\d+(?:[/.-]\d+)*|-|–))+"

_KIND = (
    r"(?:[Mm]ầm non|[Mm]ẫu giáo|[Tt]iểu học|THCS|THPT|TH|MN|PT[A-Z]*|(?:[Tt]rung học|[Pp]hổ thông)"
    r"(?: cơ sở| phổ thông| dân tộc| nội trú| bán trú| chuyên| liên cấp| năng khiếu)*)"
)
_KINDS = rf"{_KIND}(?:(?:, ?| và | ?& ?| ?- ?| ){_KIND})*"
_CENTRE = r"[Tt]rung tâm (?:GDNN ?- ?GDTX|GDTX|[Gg]iáo dục [\w –-]{5,50}?)"
_NUMBER_OF_SCHOOL = re.compile(r"\d+/ ?\d+")  # "20/11" under "TRƯỜNG TRUNG HỌC PHỔ THÔNG"
_RUNNING_NAME = re.compile(rf"(?:[Tt]rường {_KINDS}|{_CENTRE}){_NAME_TAIL}")


@dataclass(frozen=True, slots=True)
class ReadHead:
    school: School
    document: DocumentInfo
    findings: tuple[Finding, ...] = field(default=())


def read_head(lines: list[Line], texts: Iterable[str], general: list[Line]) -> ReadHead:
    """The head from the lines above the first part; `texts` is the whole document, for the school's name in it."""
    title_at = next((i for i, line in enumerate(lines) if _is_title(line)), None)
    above = _rejoined(lines if title_at is None else lines[:title_at])
    body_line = next((line for line in above if _BODY.match(fold(line.text)) and not line.bullet), None)
    spelt = _names(above, "\n".join(texts), general)
    document = _document(lines, title_at, above)
    number = document.number or ""
    school = School(
        name=spelt[-1] if spelt else None,
        level=school_level_in(spelt[-1]) if spelt else None,
        governing_body=_governing_body(above, body_line),
        place=_place(above),
        abbreviation=_abbreviation(number),
        ownership=_told(general, r"loại hình(?:\s+(?:trường|cơ sở giáo dục))?"),
        address=_address(general, _place(above)),
        name_as_written=tuple(dict.fromkeys(spelt)),
    )
    return ReadHead(school, document, _spelling(school, spelt))


def _is_title(line: Line) -> bool:
    return bool(re.match(r"(du thao )?ke hoach\b", fold(line.text))) and not line.text.rstrip().endswith((".", ";"))


def _rejoined(lines: list[Line]) -> list[Line]:
    """The lines of the head with those joined that a narrow column broke in two."""
    whole: list[Line] = []
    for line in lines:
        # The nation's name stands on the other side: what a name's rest belongs to may stand before it.
        before = next((i for i in range(len(whole) - 1, -1, -1) if not _is_nation(whole[i].text)), None)
        at = len(whole) - 1 if _is_nation(line.text) else before
        text = line.whole.replace("/ ", "/") if _NUMBER_OF_SCHOOL.fullmatch(line.whole) else line.text
        numbered = line.number and text is line.text
        if at is not None and whole and not numbered and _broken(whole[at].text, text):
            whole[at] = replace(whole[at], text=f"{whole[at].text} {text}")
        else:
            whole.append(line)
    return whole


def _is_nation(text: str) -> bool:
    """Whether a line is the nation's name or a rest of it, or its motto."""
    plain = fold(text)
    return plain.startswith(("cong hoa", "doc lap")) or bool(re.fullmatch(r"((chu )?nghia )?(viet )?nam", plain))


def _broken(above: str, text: str) -> bool:
    """Whether `text` is the rest of the head's line above it: of a name in capitals, or of the date."""
    if re.search(r"(ngày|tháng|năm|\d)\s*$", above) and _DATE_LINE.match(above):
        return bool(re.match(r"(tháng\b.*|năm\b.*|\d{4})$", text.strip()))
    plain = fold(text)
    starts = (
        _BODY.match(plain)
        or _SCHOOL.match(text)
        or re.match(r"(so(?! \d+ \w)\b|dang |ke hoach)", plain)
        or _is_nation(text)
    )
    named = _BODY.match(fold(above)) or _SCHOOL.match(above)
    capitals = text.isupper() or bool(_NUMBER_OF_SCHOOL.fullmatch(text))
    goes_on = len(text.split()) <= 7 or plain.startswith("va ")
    return bool(named) and not starts and above.isupper() and capitals and goes_on


def _governing_body(above: list[Line], line: Line | None) -> str | None:
    """The governing body; a second line ("PHÒNG GIÁO DỤC …" under "UBND …") is the nearer one."""
    bodies = [x.text for x in above if _BODY.match(fold(x.text)) and not x.bullet and len(x.text) < 90]
    if not bodies or line is None:
        return None
    return capitalise_body(_without_motto(bodies[0]))


def _without_motto(text: str) -> str:
    return re.split(r"\s{3,}|\t|\s*CỘNG\s+H[OÒ]", text)[0].strip()


def _told(general: list[Line], what: str) -> str | None:
    """What the general information says behind one of its names; what is dotted for filling in says nothing."""
    said = (re.match(rf"{what}\s*[:\-]\s*(.+)", line.text, re.I) for line in general)
    return next((text for found in said if found and (text := found[1].strip(" .;…_"))), None)


def _address(general: list[Line], place: str | None) -> str | None:
    """The school's address; the place of the head alone stands there for want of one."""
    address = _told(general, r"địa chỉ(?:\s+(?:trường|trụ sở))?")
    return None if address == place else address


def _names(above: list[Line], text: str, general: list[Line]) -> list[str]:
    """Spellings of the school's name, as written in the head first, the one of running text last."""
    head = next((_without_motto(line.text) for line in above if _SCHOOL.match(line.text) and not line.bullet), None)
    told = _told(general, r"tên (?:cơ sở giáo dục|trường|đơn vị)")
    running = _running_names(text)
    names = [name for name in (head, told) if name]
    key = fold(names[0]) if names else None
    same = [name for name in running if key is None or _same_school(fold(name), key)]
    best = Counter(same).most_common(1)
    if best:
        names.append(best[0][0])
    elif names:
        names.append(capitalise_body(names[-1]))
    return [name[:1].upper() + name[1:] for name in names]


def _running_names(text: str) -> list[str]:
    """Names of schools in running text, in mixed case: "Trường Tiểu học Suối Ngọc"."""
    flat = re.sub(r"\s+", " ", text)
    found = (re.sub(r"[\s.–-]+(và)?$", "", match[0]) for match in _RUNNING_NAME.finditer(flat))
    return [name for name in found if not name.isupper()]


def _same_school(name: str, key: str) -> bool:
    return name == key or name.replace(" ", "") == key.replace(" ", "") or fold_tail(name) == fold_tail(key)


def fold_tail(name: str) -> str:
    """The proper name behind the kind of school: "thoi thanh" of "truong tieu hoc thoi thanh"."""
    return re.sub(
        r"^(truong|trung tam)\s+(mam non|mau giao|tieu hoc|trung hoc co so|trung hoc pho thong|th|thcs|thpt|mn)\s+",
        "",
        name,
    )


def _document(lines: list[Line], title_at: int | None, above: list[Line]) -> DocumentInfo:
    number_line = next(
        (line for line in above if re.match(r"số\s*:?", line.text, re.I) and own_number(line.whole)[0]), None
    )
    number, blank = own_number(number_line.whole) if number_line else (None, False)
    date_line = next((line.text for line in above if _DATE_LINE.match(line.text) and len(line.text) < 80), None)
    date_line = date_line or next((x.text for x in above if re.match(r"ngày\s+[\d.…]+\s+tháng", x.text, re.I)), None)
    title = _title_lines(lines, title_at)
    years = " ".join(title)
    year = school_year_in(years)
    span = years_range_in(years) if year is None else None
    period = Period(int(year[:4]), int(year[5:])) if year else Period(*span) if span else None
    return DocumentInfo(
        number=number,
        number_is_blank=blank,
        date=read_date(date_line) if date_line and "…" not in date_line else None,
        date_text=date_line,
        subject=_subject(title),
        school_year=year,
        period=period,
    )


def _title_lines(lines: list[Line], title_at: int | None) -> list[str]:
    """The title's lines from "KẾ HOẠCH" on: capitals, bold, or the line with the school year."""
    if title_at is None:
        return []
    texts = [re.sub(r"^(dự thảo\s+)?kế hoạch\s*", "", lines[title_at].text, flags=re.I)]
    for line in lines[title_at + 1 : title_at + 5]:
        is_years = bool(school_year_in(line.text) or years_range_in(line.text)) and len(line.text) < 60
        begins_text = re.match(r"(can cu|thuc hien|-|\()", fold(line.text)) or line.bullet or line.number
        if begins_text or not (
            line.text.isupper() or line.bold or is_years or re.match(r"(cai tien|nang cao|ve viec)", fold(line.text))
        ):
            break
        texts.append(line.text)
    return texts


def _subject(title: list[str]) -> str | None:
    """The subject without the years: "Cải tiến chất lượng giáo dục"."""
    text = _YEARS.sub("", " ".join(text for text in title if text)).strip(" .,:;-–")
    if not text:
        return None
    return text.capitalize() if text.isupper() else text[:1].upper() + text[1:]


def _place(above: list[Line]) -> str | None:
    match = next((m for line in above if len(line.text) < 80 and (m := _DATE_LINE.match(line.text))), None)
    place = match["place"].strip() if match else None
    return None if place is None or set(place) <= set(".… ") else place


def _abbreviation(number: str) -> str | None:
    match = re.search(r"/\s*[A-ZĐ]{2,4}\s*[-–\s]\s*(.+)$", number)
    return match[1].strip() if match else None


def _spelling(school: School, spelt: list[str]) -> tuple[Finding, ...]:
    if not spelt or not school.name or _caseless(spelt[0]) == _caseless(school.name):
        return ()
    message = f"Tên trường được viết hai cách: “{spelt[0]}” và “{school.name}”; đã lấy “{school.name}”."
    return (doubt("name-spelt-differently", message, place=Place("header", field="school.name", quote=spelt[0])),)


def _caseless(name: str) -> str:
    return " ".join(name.casefold().split())
