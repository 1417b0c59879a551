"""The parties of a school by their proper names: people, teams, councils, and the bodies outside."""

import re
from functools import lru_cache
from typing import NamedTuple

from caitien.vietnamese.later import later
from caitien.vietnamese.role_names import ROLES
from caitien.vietnamese.syllables import CAPITALS, SMALL
from caitien.vietnamese.verbs import before_purpose, before_verb

_COMPILED = tuple((later(rf"(?:{pattern})(?!\w)", re.IGNORECASE), name) for pattern, name in ROLES)
_ANY = later(rf"(?:{'|'.join(f'(?:{pattern})' for pattern, _ in ROLES)})(?!\w)", re.IGNORECASE)

# What else begins the name of a party; not things ("phòng học", "hội trường") and not measures ("tổ chức …").
_BODIES = later(
    r"(?:(?:các|những|một số|toàn thể|mọi)\s+)?(?:"
    r"ban(?! hành|g)|tổ(?! chức)|nhóm|tiểu ban|hội đồng|hội(?! trường| thi| nghị| thảo| giảng| họp| khỏe| diễn| chợ"
    r"| đủ| nhập)|đoàn(?! kết)|chi hội|chi đội"
    r"|đội(?! mũ| ngũ)|phòng(?= (?:tài chính|nội vụ|văn h|kinh tế|y tế|quản lý|tư pháp|lao động|hành chính|kế toán"
    r"|ban|đào tạo|chuyên môn|tổ chức|công tác))"
    r"|sở|bộ phận|khối(?! phòng| lượng)|lớp(?= \d)|công an|cảnh sát|quân đội|bộ đội|đồn|trạm|trung tâm|bệnh viện"
    r"|cơ quan|cơ sở y tế|chính quyền|đảng|nhà hảo tâm"
    r"|mạnh thường quân|nhà tài trợ|nhà đầu tư|nhà thầu|nhà cung cấp|cộng đồng|doanh nghiệp|công ty|hợp tác xã"
    r"|đơn vị|lãnh đạo|đại diện|thành viên|ủy viên|uỷ viên"
    r"|đoàn thể|ban ngành|ngành|tổ chức(?= (?:đoàn|chính|xã|đảng|kinh|trong|ngoài|cá|liên|công))|cá nhân|tập thể"
    r"|chuyên (?:viên|gia)|báo cáo viên|cộng tác viên|tuyên truyền viên"
    r"|trưởng|phó|bí thư|chủ tịch|chủ nhiệm|ấp|thôn|khu phố|khu dân cư|tổ dân phố|già làng|cựu|địa phương"
    r"|nhân dân|người dân|dân quân"
    r"|cấp (?:trên|ủy|uỷ|học)|các cấp|liên đoàn|mặt trận|quỹ khuyến học|câu lạc bộ|clb|ubmttq|trường (?=[tm\w])"
    r"|giảng viên|kỹ thuật viên|nhà sách|thanh tra|kiểm định viên"
    r"|xã đoàn|phường đoàn|huyện đoàn|đối tác|bên liên quan|đvị|tpt|người phụ trách|người đứng đầu|thầy cô|thầy"
    r"|cô(?= giáo))(?!\w)",
    re.IGNORECASE,
)
_QUANTITY = later(
    r"(?:(?:tất cả|toàn thể|toàn bộ|tập thể|100%|mỗi|từng|các|những|một số|đội ngũ|mọi)\s+)+(?:các\s+)?|(?:các "
    r"|những )?(?:đồng chí|đ/c|thầy,? cô)\s+(?:là\s+)?",
    re.IGNORECASE,
)
_MEMBERS = later(
    r"(?:(?:tất cả|toàn thể|toàn bộ|các|những)\s+)*thành viên\s+(?:của |trong |ban (?=ban))?(?=hội đồng|ban|tổ|nhóm"
    r"|hđ|bch)",
    re.IGNORECASE,
)
_HOME = later(
    r"[\s,‚]*(?:(?:của|trong|tại|thuộc|ở)\s+)?(?:toàn )?(?:nhà trường|trường, lớp|trường‚ lớp|các lớp|lớp, trường"
    r"|các khối(?: lớp)?|các tổ|toàn trường|trường"
    r"|được phân công)$",
    re.IGNORECASE,
)
_NAME = later(rf"[{CAPITALS}][{SMALL}]*(?: [{CAPITALS}][{SMALL}]*){{1,5}}$|[{CAPITALS}]+(?: [{CAPITALS}]+){{1,5}}$")
_TITLE = later(r"^(?:đ/?c\.?|đồng chí|thầy giáo|cô giáo|thầy|cô|ông|bà|mr|ms)[.:]?\s+(?=\S)", re.IGNORECASE)
_UNITS = later(r"(?<=\w )(Tỉnh|Thành [Pp]hố|Quận|Huyện|Thị [Xx]ã|Thị [Tt]rấn|Xã|Phường|Ấp|Thôn)(?!\w| hội| đoàn)")


_FIELD = later(r"\s*(?:dạy|lớp|khối|tổ|môn|kiêm|nhóm)(?!\w)", re.IGNORECASE)


class Role(NamedTuple):
    """A party read from a piece of text: its proper name, and whether it was recognised as a party at all."""

    name: str
    known: bool


@lru_cache(maxsize=4096)
def match_role(text: str) -> tuple[str, int] | None:
    """Proper name and length of the longest known role at the beginning of the text, or None."""
    best: tuple[str, int] | None = None
    if not _ANY.match(text):  # most places: one look instead of one for each role
        return None
    for pattern, name in _COMPILED:
        match = pattern.match(text)
        if match and (best is None or match.end() > best[1]):
            best = (name or match[0][0].upper() + match[0][1:], match.end())
    return best


def is_body(text: str) -> bool:
    """Whether the text begins with a word for a team, council, office or another body."""
    return bool(_BODIES.match(text))


def without_quantity(text: str) -> str:
    """The text without "tất cả", "các thành viên", "đ/c" and the like before a role."""
    text = _MEMBERS.sub("", text, count=1) if _MEMBERS.match(text) else text
    stripped = _QUANTITY.sub("", text, count=1) if _QUANTITY.match(text) else text
    return stripped if match_role(stripped) else text


def without_title(text: str) -> str:
    """The text without "thầy", "cô", "đ/c" and the like before a role or a name."""
    return _TITLE.sub("", text, count=1).strip()


def read_role(piece: str) -> Role | None:
    """One party as its proper name; None where the piece is no party but a verb or nothing."""
    text = without_quantity(without_title(piece.strip(" .,;:-–+•*/")))
    if not text:
        return None
    name = re.sub(r"\s*\([^()]*\)$", "", text)
    if is_name(name):
        return Role(name, True)
    found = match_role(text)
    if found is None:
        return _read_body(text)
    name, length = found
    return Role(_with_rest(name, text[length:]), True)


def is_name(text: str) -> bool:
    """Whether the text is the name of a person: two to six words with capitals, and neither role nor body."""
    return bool(_NAME.match(text)) and match_role(text) is None and not is_body(text)


def _read_body(text: str) -> Role:
    known = is_body(text)
    text = before_purpose(text)
    text = re.sub(r"^(ban chỉ đạo) công tác(?= \w)", r"\1", text, flags=re.IGNORECASE)
    text = _HOME.sub("", text).strip(" .,;:") or text
    text = _UNITS.sub(lambda unit: unit[0].lower(), text[:1].upper() + text[1:])
    return Role(text.replace("‚", ","), known)


def _with_rest(name: str, rest: str) -> str:
    """What follows the title: a field of work, a class, a place or a person is kept, the school itself is not."""
    if not rest:
        return name
    rest = re.sub(r"^\s+(?:của )?nhà trường(?=\W|$)", "", rest, flags=re.IGNORECASE)
    field = re.match(
        r"\s*\(?\s*(?:phụ trách|pt)\s+(?:công tác |về |mảng |các hoạt động )?(?P<what>[^()]+)\)?", rest, re.IGNORECASE
    )
    if field:
        what = before_purpose(field["what"]).strip(" .,;")
        return f"{name} phụ trách {_small(what)}" if what else name
    rest = before_purpose(re.sub(r"\([^()]*\)", "", rest))
    rest = rest if _FIELD.match(rest) else before_verb(rest)
    rest = _HOME.sub("", rest).strip(" .,;:-–/")
    rest = re.sub(r"^(?:của|trong|thuộc|là)\s+", "", rest)
    if not rest or rest.startswith(("và ", "cùng ")):
        return name
    rest = _UNITS.sub(lambda unit: unit[0].lower(), rest)
    return f"{name} {rest if _NAME.match(rest) else _small_word(rest)}".replace("‚", ",")


def _small(text: str) -> str:
    """The first letter small, unless the word is an abbreviation."""
    word = text.split()[0]
    return text if word.isupper() and len(word) > 1 else text[0].lower() + text[1:]


def _small_word(text: str) -> str:
    words = text.split()
    return _small(text) if len(words) == 1 and not re.search(r"\d", text) else text
