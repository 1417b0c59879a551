"""The words of time cells taken apart: points in time, how they are joined, and how often something is done."""

import re
from typing import Literal, NamedTuple

Kind = Literal[
    "day", "month", "number", "school-year", "semester", "quarter", "year", "years", "summer", "week",
    "to", "from", "start-label", "end-label", "label", "and", "open", "recurrence", "filler", "word",
]  # fmt: skip

_M = r"0?[1-9]|1[0-2]"
_Y = r"(?:19|20)\d{2}"
_D = r"0?[1-9]|[12]\d|3[01]"
_ROMAN = r"i{1,3}v?|iv|[1-4]"
_SEP = r"\s*[/.–-]\s*"
_PART = r"(?:(?P<{name}>đầu|giữa|cuối)\s+)?"

# In order: the first that fits at a place wins.
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    ("open", r"(?:và |cùng )?(?:cho )?(?:những|các) năm(?: học)? (?:tiếp theo|sau|kế tiếp|tới)"
     r"|trở đi|về sau|đến nay|lâu dài"),
    ("recurrence",
     r"(?:định kỳ |thường xuyên )?(?:vào )?(?:đầu |cuối |giữa )?(?:hằng|hàng|mỗi|từng|theo|các)\s+"
     r"(?P<every>tuần|tháng|quý|học k[ỳì]|k[ỳì]|năm học|năm|ngày|đợt)(?!\s*\d)(?!\s+(?:tiếp|sau|tới))"
     r"|\d+ lần\s*(?:/|một|mỗi|trong)\s*(?:\d+ )?(?P<times>tuần|tháng|quý|học k[ỳì]|k[ỳì]|năm học|năm)"
     r"|(?P<always>(?:thực hiện )?thường xuyên|xuyên suốt|liên tục|suốt)"),
    ("start-label", r"(?:thời gian |thời điểm |ngày |tháng )?(?:bắt đầu|khởi công|triển khai)\s*"
     r"(?::|(?=từ|tháng|ngày|năm|vào|\d))(?: từ| vào)?"),
    ("end-label", r"(?:thời gian |thời điểm |thời hạn |ngày |tháng )?(?:hoàn thành|kết thúc|hoàn tất)\s*"
     r"(?:xong )?:?\s*(?:trước|trong|vào|đến)?"),
    ("label", r"thời (?:gian|điểm|hạn)(?: thực hiện)?(?: và hoàn thành)?\s*:?|thực hiện\s*:?|dự kiến\s*:?|\d\.(?=\s)"),
    ("day", rf"(?P<iy>{_Y})-(?P<im>\d\d)-(?P<id>\d\d)(?!\d)"
     rf"|(?:ngày\s*)?(?P<d>{_D})(?:\s*tháng\s*|{_SEP})(?P<dm>{_M})(?:\s*năm\s*|{_SEP})(?P<dy>{_Y})(?!\d)"
     rf"|ngày\s*(?P<d1>{_D})(?:\s*tháng\s*|\s*/\s*)(?P<m1>{_M})(?!\d)"
     rf"|(?P<d2>{_D})/(?P<m2>{_M})(?![\d/])"),
    ("school-year", _PART.format(name="sypart")
     + rf"(?:năm\s*học|nh(?=\s*:?\s*\d))\s*:?\s*(?P<sy1>{_Y})\s*[-–—/]\s*(?:đến\s*)?(?P<sy2>{_Y}|\d\d)(?!\d)"),
    ("semester", _PART.format(name="sempart") + r"(?:học\s*k[ỳì]|hk|k[ỳì])\s*(?P<sem>i{1,2}|[12])(?!\w)"),
    ("quarter", _PART.format(name="qpart") + rf"quý\s*(?P<q>{_ROMAN})(?!\w)(?:\s*(?:/|năm)\s*(?P<qy>{_Y}))?"),
    ("school-year", _PART.format(name="ownpart")
     + r"(?P<own>(?:cả |trọn |toàn )?(?:các )?năm\s*học)(?: này)?(?!\s*(?:tiếp|sau))"
     r"|(?P<wholeyear>cả năm)(?!\s*\d)"),
    ("month", _PART.format(name="mpart")
     + rf"(?:(?:tháng\s*|t\.?(?=\d))(?P<m>{_M})(?!\d)(?:(?:\s*năm\s*|{_SEP})(?P<my>{_Y})(?!\d))?"
     rf"|(?P<bm>{_M})/(?P<by>{_Y})(?!\d)|(?P<iym>{_Y})-(?P<imm>0[1-9]|1[0-2])(?!\d))"),
    ("summer", rf"(?:dịp |kỳ )?(?:nghỉ )?hè(?:\s*(?:năm\s*)?(?P<hy>{_Y}))?"),
    ("week", r"tuần(?: (?:thứ )?\d+|(?: \w+)?)|\d+ tuần"),
    ("years", rf"(?P<yk>giai đoạn\s*|năm\s*)?(?:từ (?:năm )?)?(?P<y1>{_Y})\s*[-–—]\s*(?:đến\s*)?(?P<y2>{_Y})(?!\d)"),
    ("year", _PART.format(name="ypart") + rf"(?:năm\s*)?(?P<y>{_Y})(?!\d)"),
    ("number", rf"(?P<n>{_M})(?!\d)(?!\s*[^\W\d_])|(?P<roman>i{{1,3}}|iv)(?!\w)(?:\s*(?:/|năm)\s*(?P<qy>{_Y}))?"),
    ("to", r"(?P<limit>trước|chậm nhất|muộn nhất|hạn chót|hạn cuối|hạn)(?:\s+(?:là|vào|đến|ngày))*\s*:?"
     r"|(?:cho )?(?:đến|tới)(?:\s+(?:hết|cuối(?=\s+(?:\d|ngày))|khi|trước))?|-|–|—|→|hết"),
    ("from", r"(?:bắt đầu )?(?:kể )?từ|sau"),
    ("and", r"[,;&+]|và|hoặc"),
    ("filler", r"trong|vào|ngày|tháng|năm|khoảng|thời gian|đợt|lúc|[.:()\s]+"),
    ("word", r"\w+|."),
)  # fmt: skip
_SCANNERS = tuple(
    (kind, re.compile(rf"(?:{pattern})(?!\w)" if kind not in ("filler", "to", "and", "end-label") else pattern))
    for kind, pattern in _PATTERNS
)


class Token(NamedTuple):
    """One word or phrase of a time cell: its kind and the named parts that its pattern found."""

    kind: Kind
    text: str
    parts: dict[str, str]


def read_tokens(text: str) -> list[Token]:
    """The whole text as tokens; nothing is left out, words that do not speak of time come as "word"."""
    plain = re.sub(r"\s+", " ", text.lower().replace("−", "-")).strip()
    tokens, place = [], 0
    while place < len(plain):
        token, place = _token_at(plain, place)
        if token.kind != "filler":
            tokens.append(token)
    return tokens


def _token_at(text: str, place: int) -> tuple[Token, int]:
    inside_word = place > 0 and text[place - 1].isalpha() and text[place].isalpha()
    for kind, scanner in _SCANNERS:
        match = scanner.match(text, place)
        if match and match.end() > place and (kind == "word" or not (inside_word or _breaks_word(text, match))):
            return Token(kind, match[0], {k: v for k, v in match.groupdict().items() if v}), match.end()
    return Token("word", text[place], {}), place + 1


def _breaks_word(text: str, match: re.Match[str]) -> bool:
    end = match.end()
    return end < len(text) and text[end - 1].isalpha() and text[end].isalpha()
