"""Who does an item of a plan: the cell of owners and supporters read into proper names, the lead first.

Conventions: every party of the cell is an owner, those after "phối hợp với" (or marked as such) are supporting;
"Hiệu trưởng chỉ đạo A, B phối hợp thực hiện" makes A and B owners; abbreviations are written out.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from caitien.vietnamese.later import later
from caitien.vietnamese.pieces import party_pieces, spell_staff
from caitien.vietnamese.roles import is_body, match_role, read_role, without_quantity, without_title
from caitien.vietnamese.syllables import SMALL
from caitien.vietnamese.verbs import before_purpose, before_verb, is_statement
from caitien.vietnamese.verbs import starts_with_verb as starts_with_verb


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a cell, each once; `understood` is False where a piece was neither role, body nor name."""

    owners: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    understood: bool = True


# Commas inside names are kept apart from those between names by a look-alike while the text is split.
_INNER = later(
    r",(?:(?<=thi đua,) (?=khen)|(?<=phòng cháy,) ?(?=chữa)|(?<=phòng,) ?(?=chống)|(?<=văn hóa,) (?=văn nghệ|thể)"
    r"|(?<=văn nghệ,) (?=thể)"
    r"|(?<=thể dục,) (?=thể thao)|(?<=cứu nạn,) (?=cứu hộ)|(?<=học sinh trường,) (?=lớp)|(?<=văn,) ?(?=thể, ?m)"
    r"|(?<=thể,) ?(?=m[ỹĩ])"
    r"|(?<=an ninh,) (?=trật tự)|(?<=an ninh trật tự,) (?=an toàn)|(?<=thương binh,) (?=xã hội)"
    r"|(?<=nuôi dưỡng,) (?=chăm sóc)|(?<=kế hoạch,) (?=tài)"
    r"|(?<=chính trị,) (?=xã hội)|(?<=kiểm tra,) (?=giám sát)|(?<=đầu tư,) (?=xây dựng))",
    re.IGNORECASE,
)
_WITH = later(
    r"[\s,;.:(]*(?<!\w)(?:chủ trì[,;]?\s+)?(?:cùng )?(?:phối hợp|phối kết hợp|kết hợp|p/h)\s*(?:chặt chẽ\s*)?(?:với"
    r"|cùng(?: với)?|của|:)\s*(?!thực hiện)"
    r"|[\s,;.]*(?:(?:đơn vị|bộ phận|người|cá nhân|thành phần)\s+)?phối hợp\s*:\s*|(?<!\w)phối hợp\s+(?=(?:gv|pht|ht"
    r"|cmhs|bđd|ubnd|công|ban|các|phụ|cha|tổ|giáo|nhân|chi|đoàn|hội)(?!\w))"
    r"(?!các hoạt)",
    re.IGNORECASE,
)
_LEAD_LABEL = later(
    r"(?:(?:đơn vị|bộ phận|người|cá nhân|thành phần)\s+)?(?:chủ trì|phụ trách(?: chính)?|thực hiện"
    r"|chịu trách nhiệm(?: chính)?)\s*:\s*",
    re.IGNORECASE,
)
_LEAD_TAG = later(
    r"\s*\((?:chủ trì|phụ trách chính|phụ trách chung|chính|trưởng nhóm|chịu trách nhiệm chính)\)"
    r"|\s+(?:làm )?chủ trì(?=\s*[,;.]"
    r"|\s*$|\s+và\s)",
    re.IGNORECASE,
)
_HELP_TAG = later(r"\s*\((?:phối hợp|hỗ trợ|p/h)(?: thực hiện)?\)", re.IGNORECASE)
_HELP_TAIL = later(r"\s+(?:cùng )?phối hợp(?: thực hiện)?(?=\s*[;.]|\s*$)", re.IGNORECASE)
_LONGEST = 9  # words of the longest names of parties
_LEAD, _HELP = "\ue001", "\ue002"


@lru_cache(maxsize=4096)
def read_parties(text: str | None) -> Parties:
    """Owners and supporting parties of an owner cell, by their proper names."""
    lines = _lines(text or "")
    owners: list[str] = []
    supporting: list[str] = []
    understood = True
    for line in lines:
        lead, helping = _sides(line)
        for side, names in ((lead, owners), (helping, supporting)):
            found, clear = _read_side(side)
            names.extend(name for name in found if name not in names)
            understood = understood and clear
    supporting = [name for name in supporting if name not in owners]
    return Parties(tuple(owners), tuple(supporting), understood and bool(owners or supporting or not lines))


def read_support_parties(text: str | None) -> tuple[str, ...]:
    """The parties named in "Điều kiện hỗ trợ khác"; things (money, documents, equipment) are none."""
    found: list[str] = []
    for line in _lines(text or ""):
        line = re.sub(
            r"^(?:(?:có |cần |nhờ |tranh thủ |được )*(?:sự )?(?:phối hợp|hỗ trợ|ủng hộ|quan tâm|giúp đỡ|đồng thuận"
            r"|tham gia|chỉ đạo|đầu tư|tài trợ)"
            r"(?:,? (?:và )?(?:phối hợp|hỗ trợ|ủng hộ|quan tâm|giúp đỡ|đồng thuận|tham gia|chỉ đạo|đầu tư))* (?:của"
            r"|từ|với|cùng)"
            r"|mời|nhờ|đề nghị|tham mưu(?: với| cho)?|xin|liên hệ(?: với)?|huy động|vận động"
            r"|kêu gọi)\s+(?:các (?=nhà|mạnh))?",
            "", line, flags=re.IGNORECASE,
        )  # fmt: skip
        lead, helping = _sides(line)
        for side in (lead, helping):
            pieces = party_pieces(side)
            roles = [read_role(piece) for piece in pieces if _is_party(piece)]
            found.extend(role.name for role in roles if role and role.known)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def is_party_expression(text: str) -> bool:
    """Whether the whole text names parties and nothing else, as an owner cell does; a measure is none."""
    lines = _lines(text)
    pieces = [piece for line in lines for side in _sides(line) for piece in party_pieces(side)]
    return bool(pieces) and all(
        _is_only_party(piece, last=place == len(pieces)) for place, piece in enumerate(pieces, 1)
    )


@lru_cache(maxsize=4096)
def _is_only_party(piece: str, *, last: bool) -> bool:
    role = None if _is_deed(piece) else read_role(piece)
    if role is None or not role.known or len(piece.split()) > _LONGEST + 4 or is_statement(piece):
        return False
    kept = before_purpose(piece)
    deed = len(piece.split()) - len(kept.split())
    titled = match_role(without_quantity(kept))
    rest = without_quantity(kept)[titled[1] :] if titled else ""
    return deed <= (4 if last else 0) and (
        before_verb(rest) == rest or bool(re.match(r"\s*\(?(?:phụ trách|dạy)", rest))
    )


def starts_with_role(text: str) -> bool:
    """Whether the text begins with a role or body ("Hiệu trưởng …", "GVCN", "Tổ chuyên môn"), as an owner cell does."""
    text = without_quantity(spell_staff(without_title(text.strip(" \t\n-+•*–"))))
    found = match_role(text)
    if found is None:
        return is_body(text) and not starts_with_verb(text)
    return found[0] not in ("Nhà trường", "Trẻ", "Học sinh")


def _is_party(piece: str) -> bool:
    text = without_quantity(before_purpose(piece.strip()))
    if is_statement(text) or len(text.split()) > _LONGEST:
        return False
    if match_role(text):
        return not re.match(r"(?:nhà )?trường|học sinh|hs|trẻ|thư viện|y tế|cán bộ$", text, re.IGNORECASE)
    return is_body(text) and not starts_with_verb(text)


def _lines(text: str) -> list[str]:
    """The cell as lines that each begin with a party: wrapped lines joined, list marks dropped."""
    text = re.sub(r"[ \t\u00a0]+", " ", text).strip()
    text = re.sub(rf"(?<![;:\n])\n(?=[{SMALL}])|(?<=[,&])\n(?! *[-–+•*])|\n(?=(?:và|cùng|phối hợp) )", " ", text)
    lines: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if lines and _helpers_go_on(lines[-1], line):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return [line for line in (line.lstrip("-–+•*").strip() for line in lines) if line.strip(" .")]


def _helpers_go_on(before: str, line: str) -> bool:
    """Whether the line is more of the helpers that the one before names: it broke at ";" or before a plus."""
    breaks = line.startswith("+") if not before.startswith("+") else False
    breaks = breaks or (before.endswith(";") and not line.startswith(("-", "–", "+", "•", "*")))
    return breaks and bool(_WITH.search(before)) and not (_WITH.search(line) or _LEAD_LABEL.match(line))


@lru_cache(maxsize=4096)
def _sides(line: str) -> tuple[str, str]:
    """The leading and the supporting part of a line."""
    line = _INNER.sub(lambda comma: comma[0].replace(",", "‚"), line)
    label = _LEAD_LABEL.match(line)
    line = line[label.end() :] if label else line
    line = _LEAD_TAG.sub(_LEAD, line)
    match = _WITH.search(line)
    if match and line[: match.start()].strip(" -" + _LEAD):
        return _untagged(line[: match.start()]), _untagged(line[match.end() :])
    if match:
        return "", _untagged(line[match.end() :])
    line = _HELP_TAIL.sub(_HELP if _LEAD in line else "", _HELP_TAG.sub(_HELP, line))
    if _HELP not in line:
        return _untagged(line), ""
    return _by_tags(line)


def _by_tags(line: str) -> tuple[str, str]:
    """`A (chủ trì), B, C (phối hợp)`: all after the lead's mark helps; with helpers' marks alone, the marked ones."""
    if _LEAD in line:
        lead, helping = line.split(_LEAD, 1)
        return lead, _untagged(helping)
    pieces = re.split(r"[,;]|\s+và\s+", line)
    leading = [piece for piece in pieces if _HELP not in piece]
    return ", ".join(leading), _untagged(", ".join(piece for piece in pieces if _HELP in piece))


def _untagged(text: str) -> str:
    return text.replace(_LEAD, "").replace(_HELP, "").strip(" ,;.")


def _read_side(text: str) -> tuple[list[str], bool]:
    if not text:
        return [], True
    names: list[str] = []
    clear = True
    for piece in party_pieces(text):
        role = None if _is_deed(piece) else read_role(piece)
        if role is None:
            continue
        names.append(role.name)
        clear = clear and role.known
    return names, clear


def _is_deed(piece: str) -> bool:
    """Whether the piece tells what is done rather than who does it."""
    text = without_quantity(piece.strip())
    return starts_with_verb(text) and match_role(text) is None and not is_body(text)
