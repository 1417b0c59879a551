"""A side of an owner cell taken apart into the texts of single parties."""

import re
from functools import lru_cache

from caitien.vietnamese.later import later
from caitien.vietnamese.roles import is_body, is_name, match_role, without_quantity, without_title
from caitien.vietnamese.verbs import starts_with_verb

_STAFF = tuple((later(pattern), spelled) for pattern, spelled in (
    (r"(?<!\w)CB\s*[-–,./]?\s*GV\s*[-–,./]?\s*C?NV(?!\w)", "CB, GV, NV"),
    (r"(?<!\w)CBQL\s*[-–./]\s*GV\s*[-–,./]\s*NV(?!\w)|(?<!\w)CBQL\s*-?GVNV(?!\w)", "CBQL, GV, NV"),
    (r"(?<!\w)CB\s*[-–./]?\s*GV(?!\w)", "CB, GV"),
    (r"(?<!\w)GV\s*[-–./]?\s*C?NV(?!\w)", "GV, NV"),
    (r"(?<!\w)C[BN]\s*,?\s+GV(?!\w)", "CB, GV"),
    (r"(?<!\w)CB\s*[-–,./]?\s*CNV(?!\w)", "CB, NV"),
    (r"(?<!\w)CB\s*[-–,./]?\s*(?:NG|GV)\s*[-–,./]?\s*NLĐ(?!\w)", "CB, nhà giáo, NLĐ"),
    (r"(?<!\w)CB\s*[-–,./]?\s*VC(?!\w)", "CB, VC"),
    (r"(?<!\w)VC\s*[-–,./]?\s*NLĐ(?!\w)", "VC, NLĐ"),
    (r"(?<!\w)HT\s*[-–/]\s*PHT(?!\w)", "HT, PHT"),
    (r"(?<!\w)TT\s*[-–/]\s*TP\s*(?:CM|tổ)(?!\w)", "TTCM, TPCM"),
    (r"(?i)(?<!\w)cán bộ[ -]+giáo viên(?= ?[-–,] ?nhân| nhân|[ -]*$)", "cán bộ, giáo viên"),
    (r"(?i)(?<!\w)giáo viên ?[-–]? nhân viên(?!\w)", "giáo viên, nhân viên"),
))  # fmt: skip
_STAFF_SIGN = later(r"GV|CB|CN|VC|NV|HT|TT|(?i:cán bộ|giáo viên)")
_SPLIT = later(
    r"(\s*[,;+\n]\s*|\s+[/&]\s+|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})"
    r"|\s+(?:và|hoặc|cùng với|cùng các|cùng|kèm)\s+(?:các (?=thầy|cô|đ/c))?|\s+[-–—]\s+)",
    re.IGNORECASE,
)
_CHAIN = later(
    r"(?<!ban)(?<!Ban)(?<!BAN)(?:\s+|^)(?:trực tiếp |phụ trách )?(?:phân công|chỉ đạo|giao nhiệm vụ cho|giao cho"
    r"|giao|[uủ][ỷy] quyền cho|[uủ][ỷy] quyền|yêu cầu|cử)"
    r"(?:\s+(?:cho|nhiệm vụ cho|đồng chí|đ/c))?\s+",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def party_pieces(text: str) -> tuple[str, ...]:
    """The parties of one side of a cell as written, what they share ("… Hội đồng trường") given to each of them."""
    return tuple(_distribute(_glue(*_split(text))))


def spell_staff(text: str) -> str:
    """The text with run-together abbreviations of the staff parted: CBGVNV → CB, GV, NV."""
    for pattern, spelled in _STAFF if _STAFF_SIGN.search(text) else ():
        text = pattern.sub(spelled, text)
    return text


def _split(text: str) -> tuple[list[str], list[str]]:
    """Pieces between separators, and the separator that stands before each."""
    text = re.sub(r"(GD|giáo dục)\s*&\s*(?=ĐT|đào tạo)", r"\1&", spell_staff(text), flags=re.IGNORECASE)
    text = re.sub(r"(?:các )?thành viên\s*:\s*", "", _CHAIN.sub(", ", text), flags=re.IGNORECASE)
    text = re.sub(r"\(([^()]*)\)", lambda bracket: f" ({bracket[1].replace(',', '‚').replace(';', '‚')})", text)
    parts = ["", *_SPLIT.split(text)]
    found = [(mark, without_title(piece.strip(" .,;:-–"))) for mark, piece in zip(parts[::2], parts[1::2], strict=True)]
    return [piece for _, piece in found if piece], [mark for mark, piece in found if piece]


def _glue(pieces: list[str], marks: list[str]) -> list[str]:
    """Pieces of one name put together again: a piece that is no party goes on the body before it."""
    result: list[str] = []
    for piece, mark in zip(pieces, marks, strict=True):
        if result and _is_dash(mark) and _same_person(result[-1], piece):
            result[-1] = result[-1] if is_name(result[-1]) else f"{result[-1]} {piece}"
        elif result and _continues(result[-1], piece, mark):
            result[-1] += mark.replace(",", "‚") + piece
        else:
            result.append(piece)
    return result


def _is_dash(mark: str) -> bool:
    return mark.strip() in ("-", "–", "—")


def _same_person(before: str, piece: str) -> bool:
    """`Lê Thị Hoa - Kế toán`, `Kế toán - Lê Thị Hoa`: a name and the post of that person."""
    return is_name(before) != is_name(piece) and (match_role(before) is not None or match_role(piece) is not None)


def _continues(before: str, piece: str, mark: str) -> bool:
    """Whether the piece belongs to the name before it: `khối 4, 5`, `Tổ Văn - Sử`, `Ban kiểm định và đảm bảo …`."""
    text = without_quantity(piece)
    if piece.isdigit():
        return bool(re.search(r"\d$", before))
    if match_role(text) or is_body(text) or ";" in mark or "\n" in mark:
        return False
    if _is_dash(mark):
        return _HAS_FIELD.match(before) is not None
    if piece[:1].isupper():
        return len(piece.split()) == 1 and _HAS_FIELD.match(before) is not None
    return len(piece.split()) <= 5 and is_body(before) and match_role(before) is None and len(before.split()) <= 6


# Bodies and posts that bear the name of a subject or field of work.
_HAS_FIELD = later(
    r"(?:các )?(?:tổ(?: trưởng| phó)?|nhóm(?: trưởng)?|khối|ban|phòng|bộ phận|giáo viên (?:dạy|môn)|gv (?:dạy"
    r"|môn))(?: \w|$)",
    re.IGNORECASE,
)
_BARE = later(
    r"(?:phó )?(?:chủ tịch|bí thư|trưởng ban|thư k[ýí]|tổ trưởng|tổ phó|trưởng|phó|nhóm trưởng|khối trưởng|lãnh đạo)$",
    re.IGNORECASE,
)
_TITLED = later(
    r"(?:phó )?(?:chủ tịch|bí thư|trưởng ban|thư k[ýí]|tổ trưởng|tổ phó|nhóm trưởng|khối trưởng|ủy viên"
    r"|uỷ viên)\s+(?P<tail>.+)",
    re.IGNORECASE,
)


_SUBJECT = later(
    r"(?:Toán|Ngữ văn|Văn|Tiếng (?:Anh|Việt)|Ngoại ngữ|Tin học|Tin|Âm nhạc|M[ỹĩ] thuật|Thể dục|Giáo dục thể chất"
    r"|GDTC|Lịch sử|Sử|Địa l[íý]|Địa"
    r"|Vật l[íý]|Hóa học|Hoá học|Sinh học|Công nghệ|Khoa học tự nhiên|KHTN|GDCD|Nghệ thuật)"
)
_TEACHER = later(r"(?:các )?(?:giáo viên|gv) (?:dạy |môn |bộ môn )?(?=[A-ZÂMĐ])", re.IGNORECASE)


def _distribute(pieces: list[str]) -> list[str]:
    """What several parties share is given to each: `Chủ tịch, Thư ký Hội đồng trường`, `cơ quan phòng cháy, y tế`."""
    result = list(pieces)
    for index in range(len(result) - 2, -1, -1):
        following = _TITLED.match(result[index + 1])
        if _BARE.match(result[index]):
            if following:
                result[index] = f"{result[index]} {following['tail']}"
            elif result[index + 1].endswith("địa phương") and result[index].lower() == "lãnh đạo":
                result[index] += " địa phương"
    head = ""
    for index, piece in enumerate(result):
        if index and _SUBJECT.fullmatch(piece) and _TEACHER.match(result[index - 1]):
            result[index] = f"Giáo viên {piece}"
            continue
        shared = re.match(
            r"(?:các )?(cơ quan|(?:viên chức|giáo viên|nhân viên|gv|nv) phụ trách|trưởng các)\s+\w",
            piece,
            re.IGNORECASE,
        )
        if shared:
            head = shared[1]
        elif head and _shares_head(head, piece):
            result[index] = f"{head} {piece}"
        else:
            head = ""
    return result


def _shares_head(head: str, piece: str) -> bool:
    if not piece[:1].islower() or is_body(piece) or starts_with_verb(piece):
        return False
    found = match_role(piece)
    if head.lower() == "cơ quan":
        return found is None or found[0] in ("Y tế",)
    return found is None
