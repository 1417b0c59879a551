"""The part "Tổ chức thực hiện": parties, the parties listed under them, their duties; and the closing sentence."""

import re
from dataclasses import replace

from caitien.layouts.interpret.lines import Line
from caitien.plan import OrganisationPart
from caitien.vietnamese.fold import fold
from caitien.vietnamese.parties import starts_with_role

_CLOSING = re.compile(
    r"(tren day la|trong qua trinh (trien khai|thuc hien)|ke hoach nay|yeu cau (cac|toan the|can bo))\b"
)
_FOR = re.compile(r"^(đối với|về phía|trách nhiệm của)\s+", re.I)
_END_OF_TEXT = re.compile(r"\s*\./\.?\s*$")
_DUTY_BRACKET = re.compile(r"\s*\(([^()]{25,})\)\s*[.:;]?\s*$")


def split_closing(lines: list[Line]) -> tuple[list[Line], str | None]:
    """The lines without the closing sentence "Trên đây là …", and that sentence with what follows it."""
    at = next((i for i, line in enumerate(lines) if _CLOSING.match(fold(line.text))), None)
    at = at if at is not None and fold(lines[at].text).startswith("tren day") else _late_closing(lines)
    if at is None:
        return lines, None
    return lines[:at], " ".join(line.text for line in lines[at:])


def _late_closing(lines: list[Line]) -> int | None:
    """A closing sentence of another wording: only as the part's last paragraph, unmarked."""
    if lines and _CLOSING.match(fold(lines[-1].text)) and not lines[-1].bullet and not lines[-1].number:
        return len(lines) - 1
    return None


def organisation_in(lines: list[Line]) -> tuple[OrganisationPart, ...]:
    """Parties in order with their duties; sub-parties ("2.1. Đối với …") name their parent."""
    parts: list[tuple[str, str | None, list[str]]] = []
    top: str | None = None
    numbered = any(line.number and _depth(line) == 1 and _is_party(line) for line in lines)
    for line in lines:
        if _is_party(line) and (line.number or not numbered):
            deep = line.number is not None and _depth(line) > 1
            party, duties = _party_of(line)
            top = top if deep else party
            parts.append((party, top if deep else None, duties))
        elif parts:
            parts[-1][2].append(_duty(line))
    return tuple(
        OrganisationPart(party, tuple(duty for duty in duties if duty), parent) for party, parent, duties in parts
    )


def _depth(line: Line) -> int:
    number = (line.number or "").strip(" .):/-")
    return number.count(".") + 1 + int(bool(re.fullmatch(r"[a-h]", number)))


def _is_party(line: Line) -> bool:
    """Whether a line names who has the duties below it, or gives the party and its duty on one line."""
    name = line.text.split(":")[0]
    if _FOR.match(line.text):
        return bool(line.number) or line.text.rstrip().endswith(":") or ":" in line.text
    named = starts_with_role(name) or bool(re.match(r"(cac|to|ban|bo phan|toan the|nhom|doan|chi)\b", fold(name)))
    if not named:
        return bool(line.number) and len(line.text.split()) <= 12 and not line.text.endswith((".", ";"))
    if ":" in line.text:
        return len(name.split()) <= 14
    short = len(_DUTY_BRACKET.sub("", line.text).split()) <= 16
    return short and not line.bullet and bool(line.number or line.bold) and not line.text.endswith(";")


def _party_of(line: Line) -> tuple[str, list[str]]:
    name, colon, rest = line.text.partition(":")
    name = _FOR.sub("", name)
    duties = [rest.strip()] if colon and rest.strip() else []
    bracket = _DUTY_BRACKET.search(name)
    if bracket:  # a long bracket behind a party is its duty, not a part of its name
        name, duties = name[: bracket.start()], [bracket[1].strip(), *duties]
    name = name.strip(" .;-–")
    return name[:1].upper() + name[1:], duties


def _duty(line: Line) -> str:
    """The duty's words; the sign "./." behind the last one of a document ends the document, not the duty."""
    line = replace(line, text=_END_OF_TEXT.sub(".", line.text))
    marked = line.number and not re.match(r"\d", line.number)
    return line.text if not marked else f"{line.number} {line.text}"
