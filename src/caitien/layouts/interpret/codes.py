"""Standards, criteria and levels as cells name them: "Tiêu chí 1.10: …", bare "1.10", "Tiêu chuẩn 3: …"."""

import re
from dataclasses import dataclass

# A criterion's code: standard 1–9, criterion 1–19. Not part of a longer number, a date or a sum (1.200.000; 7.5.2024).
CODE = re.compile(r"(?<![\d.,/])([1-9])\s?\.\s?(1?\d)(?![\d/%]|[.,]\d)")
_LABELLED = re.compile(r"(?:tiêu\s*chí|t\.?c)\s*(?:số\s*)?[:.]?\s*" + CODE.pattern, re.I)
_LEADING = re.compile(r"^[\s\-–*+]*" + CODE.pattern, re.M)
_STANDARD = re.compile(r"(?:tiêu|tiểu)\s*chuẩn\s*(?:số\s*)?0?([1-9IV]+)\b", re.I)
_WEAKNESS_LABEL = re.compile(
    r"(?:^|\n|(?<=[.;:\s]))(?:điểm\s*yếu|điểm\s*hạn\s*chế|tồn\s*tại|hạn\s*chế)\s*(?:[:\-–]|\n|(?=tiêu\s*chí))", re.I
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}


@dataclass(frozen=True, slots=True)
class CriterionCell:
    """What a criterion cell says; `title` and `weakness` are None where it does not say them."""

    code: str | None = None
    title: str | None = None
    weakness: str | None = None
    standard: int | None = None


def find_code(text: str) -> str | None:
    """The code of the criterion that a cell names at the beginning of a line, or behind the words "Tiêu chí"."""
    match = _LABELLED.search(text) or _LEADING.search(text)
    return f"{match[1]}.{match[2]}" if match else None


def find_codes(text: str) -> tuple[str, ...]:
    """All criteria named in a text, each once, in order: "tiêu chí 1.2, 1.5 và 3.4"."""
    codes = [f"{a}.{b}" for a, b in CODE.findall(text)]
    return tuple(dict.fromkeys(codes))


def find_standard(text: str) -> int | None:
    """The number of the standard that a text names ("Tiêu chuẩn 3: …", "Tiểu chuẩn III")."""
    match = _STANDARD.search(text)
    if not match:
        return None
    return int(match[1]) if match[1].isdigit() else _ROMAN.get(match[1].upper())


def read_criterion_cell(text: str) -> CriterionCell:
    """Code, title, weakness and standard from a cell that may hold all of them."""
    standard = find_standard(text) if _STANDARD.match(text.strip()) else None
    match = _LABELLED.search(text) or _LEADING.search(text)
    if not match:
        return CriterionCell(standard=standard)
    before, after = text[: match.start()], text[match.end() :].lstrip(" :.-–\n")
    code = f"{match[1]}.{match[2]}"
    if _WEAKNESS_LABEL.search(before + "\n"):
        return CriterionCell(code, None, after or None, standard)
    label = _WEAKNESS_LABEL.search(after)
    if label:
        title, weakness = after[: label.start()].strip(" .;-–\n"), after[label.end() :].strip(" :-–\n")
        return CriterionCell(code, title or None, weakness or None, standard)
    return CriterionCell(code, after or None, None, standard)
