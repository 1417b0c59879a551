"""What single words and phrases of a plan say about the column that they stand in."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from caitien.vietnamese.money import is_money_expression
from caitien.vietnamese.periods import is_time_expression

_NOTED = re.compile(
    r"^(?:thực hiện thường|xuyên suốt|liên tục|suốt)|\S\s+(?-i:Thực hiện|Thường xuyên|Xuyên suốt)", re.IGNORECASE
)


@lru_cache(maxsize=1)
def _lists() -> dict[str, tuple[str, ...]]:
    """The lists of data/lists.toml, longest entries first."""
    text = files(__package__).joinpath("data", "lists.toml").read_text(encoding="utf-8")
    split = {
        name: [" ".join(entry.split()) for entry in value.split(",")] for name, value in tomllib.loads(text).items()
    }
    return {name: tuple(sorted(entries, key=len, reverse=True)) for name, entries in split.items()}


def _opening(name: str, before: str = "") -> re.Pattern[str]:
    """Matches a text that opens with an entry of a list, perhaps after a dash."""
    entries = "|".join(re.escape(entry) for entry in _lists()[name])
    return re.compile(rf"^(?:[-–+*•]\s*)?{before}(?:{entries})(?=$|[\s,.;:/&-])", re.IGNORECASE)


OPEN_WORDS = frozenset(_lists()["open_words"])
TIME_WORDS = frozenset(_lists()["time_words"])
_ROLE = _opening("roles")
_VERB = _opening("verbs", r"(?:\d+[.)]\s*)?")
_PAPER = _opening("papers", r"(?:các\s+)?")
_NOTE = _opening("notes")
_LACK = re.compile(rf"(?:{'|'.join(_lists()['lacks'])})\b", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:[,;:+/&-]|\b(?:và|phân công|phối hợp|với|cùng|chỉ đạo|là|gồm|các|giao|của|hoặc|do))$", re.IGNORECASE
)
CODE = re.compile(r"^[1-5]\.\d{1,2}\.?:?$")
TITLE_OPENING = re.compile(r"^(?:tiêu\s+chí\s*)?(\d{1,2}\.\d{1,2})(?!\d|/|\.\d{3})(?:\b|[.:])", re.IGNORECASE)
BAND_OPENING = re.compile(r"^tiêu\s+chuẩn\s+([1-9])\b", re.IGNORECASE)

_MONTH = r"(?:tháng\s*)?\d{1,2}\s*(?:[/.-]\s*|\s+năm\s+)\d{4}"
_DATE = r"(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?"
_YEAR = r"(?:năm\s+học|giai\s+đoạn|nh)?:?\s*\d{4}\s*[-–]+\s*\d{2,4}|(?:năm\s*)?20\d\d"
_PART = (
    r"(?:(?:đầu|cuối|giữa|trong|hết)\s+)?(?:học\s+k[ìỳ]|hk|kỳ|quý)\s*(?:[IV]{1,3}|[1-4])"
    r"(?:\s*[,và&/-]+\s*(?:[IV]{1,3}|[1-4]))?"
    r"|(?:đầu|cuối|giữa|trong|hết|cả|suốt|kết\s+thúc|bắt\s+đầu)\s+(?:các\s+)?"
    r"(?:năm\s+học|năm|học\s+kỳ|tháng|hè|kỳ\s+nghỉ\s+hè)(?:\s+mới)?"
    r"|h[ằà]ng\s+(?:năm|tháng|tuần|quý|ngày|kỳ)|mỗi\s+(?:năm|tháng|học\s+kỳ|tuần|quý)|thường\s+xuyên|tháng\s*\d{1,2}"
    r"|năm\s+học|tuần\s*\d{1,2}|(?:trong\s+)?hè|xuyên\s+suốt|liên\s+tục|định\s+kỳ|hàng\s+năm"
)
_UNIT = rf"(?:{_DATE}|{_MONTH}|{_PART}(?:\s*[,:]?\s*(?:{_YEAR}))?|{_YEAR})"
_TIE = (
    r"\s*(?:[,;.]|[-–]+|đến\s+hết|đến|tới|và|trong|của|hết|->)?\s*(?:từ\s+)?"
    r"(?:(?:thời\s+gian\s+)?(?:hoàn\s+thành\s*:?|bắt\s+đầu\s*:?|kết\s+thúc\s*:?|thực\s+hiện\s*:)\s*)?"
)
_LABEL = r"(?:[-+–*]\s*)?(?:(?:thời\s+gian|thời\s+điểm)?\s*(?:thực\s+hiện|hoàn\s+thành|bắt\s+đầu|trước)?\s*:?\s*)?"
_NEXT = r"(?:\s*,?\s*và\s+(?:những|các)\s+năm\s+(?:học\s+)?(?:tiếp\s+theo|tiếp|sau|kế\s+tiếp))?"
_TIME = re.compile(
    rf"^{_LABEL}(?:(?:từ|trong|đến|trước|sau|bắt\s+đầu\s+từ|khoảng|hoàn\s+thành\s+trước|đến\s+hết)\s+)?{_UNIT}(?:{_TIE}{_UNIT})*{_NEXT}\s*[.;]?$",
    re.IGNORECASE,
)
_AMOUNT = r"\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?"
_ABOUT = r"(?:dự kiến|khoảng|tổng|tối đa|không quá|ước|từ|kinh phí|trên)"
_CURRENCY = r"(?:nghìn|ngàn|triệu|tr|tỷ|tỉ)?\s*(?:đồng|đ|vnđ|vnd)?"
_NOTHING = r"(?:không|0|không có|chưa xác định|không tốn kinh phí|không phát sinh|theo dự toán|theo thực tế)"
_MONEY = re.compile(
    rf"^(?:[-–+]\s*)?(?:{_ABOUT}\s*:?\s*)*(?:{_AMOUNT})(?:\s*[-–]\s*(?:{_AMOUNT}))?\s*"
    rf"{_CURRENCY}(?:\s*/\s*\w+(?:\s\w+)?)?\s*[.;]?$"
    rf"|^{_NOTHING}(?:\s*(?:đồng|đ))?\.?$",
    re.IGNORECASE,
)
_SUM_OPENINGS = frozenset(["dự", "khoảng", "tổng", "tối", "không", "ước", "từ", "kinh", "trên", "chưa", "theo", "-"])
SUM_WORDS = frozenset(
    ["đồng", "đ", "vnđ", "vnd", "nghìn", "ngàn", "triệu", "tr", "tỷ", "tỉ", "không", "có", "khoảng", "kiến", "dự"]
)
_SUM = re.compile(r"^\d{1,3}(?:\.\d{3}){1,3}(?:đ|đồng)?[.;]?$")


_LEVEL = re.compile(r"^(?:đạt\s+|duy\s+trì\s+)?mức(?:\s+độ)?\s*[1-4](?:\s*(?:,|và)\s*[1-4])*\s*[.;]?$", re.IGNORECASE)
NAMED = frozenset(
    ["quận", "huyện", "xã", "phường", "tỉnh", "phố", "ấp", "thôn", "bản", "làng", "khu"]
)  # a proper name follows


def is_level(text: str) -> bool:
    """Whether the whole of `text` is a level of the standards, as a result to reach."""
    return bool(_LEVEL.match(text))


@lru_cache(maxsize=50000)
def is_time(text: str) -> bool:
    """Whether the whole of `text` says when: months, years, quarters, semesters, recurrence, open ends.

    Narrower than `is_time_expression` where a note follows a time ("Tháng 9/2024 Thực hiện thường xuyên"), since what
    is asked here is where the cell ends.
    """
    if _NOTED.search(text):
        return False
    return bool(_TIME.match(text)) or is_time_expression(text)


@lru_cache(maxsize=50000)
def is_money(text: str) -> bool:
    """Whether the whole of `text` is a sum, or says that there is none."""
    return bool(_MONEY.match(text)) or is_money_expression(text)


def is_sum_word(word: str) -> bool:
    return bool(_SUM.match(word))


def starts_with_role(text: str) -> bool:
    return bool(_ROLE.match(text))


def role_length(text: str) -> int:
    """Number of words of the role with which `text` begins, else 0."""
    found = _ROLE.match(text)
    return len(found.group().split()) if found else 0


def may_open_sum(word: str) -> bool:
    """Whether a sum of money, or its absence, may begin with this word."""
    return word[:1].isdigit() or word.lower().strip(".:") in _SUM_OPENINGS


def starts_with_verb(text: str) -> bool:
    return bool(_VERB.match(text))


def is_verb(text: str) -> bool:
    """Whether `text` is only a verb of the list, so that its object must follow."""
    return text.lower() in _lists()["verbs"]


def starts_with_paper(text: str) -> bool:
    return bool(_PAPER.match(text))


def starts_like_note(text: str) -> bool:
    return bool(_NOTE.match(text))


def lack_length(text: str) -> int:
    """Number of words of the lack ("chưa", "còn thiếu" …) with which `text` begins, else 0."""
    found = _LACK.match(text)
    return len(found.group().split()) if found else 0


def leads_on(before: str) -> bool:
    """Whether the text before a role makes it part of a list or of a phrase ("…, ", "… phối hợp với ")."""
    return bool(_LEADS.search(before))
