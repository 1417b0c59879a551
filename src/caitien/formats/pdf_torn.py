"""Words that a column too narrow for them tore in the middle: `khôn | g`, `3.000.0 | 00`, `18/2018/TT-BG | DĐT`."""

import re

from caitien.formats.pdf_page import Line
from caitien.vietnamese.syllables import is_syllable

# An unfinished number: its last group of thousands lacks digits, which the next line begins with.
OPEN_NUMBER = re.compile(r"(?:^|\s)\d{1,3}(?:\.\d{3})*\.(?P<group>\d{0,2})$")
CODE = re.compile(r"(?=.*\d)[\w./,-]{3,}")
VOWELS = frozenset("aeiouyăâêôơư")
VOWEL_WORDS = frozenset(  # words that begin with a vowel and do begin lines
    "an anh em in uy y yêu yên ưu ôn ông ăn âm oan ai ở ủy uỷ ý yếu ứng ấn áp ảnh ổn ẩm ấm ít ủng ước".split()
)
LETTERS_AT_END = re.compile(r"[^\W\d_]+$")
LETTERS_AT_START = re.compile(r"[^\W\d_]+")


def is_torn(text: str, last: Line, line: Line, left: float, right: float) -> bool:
    """Whether the first letters of `line` belong to the last word of `text`, which ends with the line `last`."""
    if _number_goes_on(text, line.text) or line.text[0] in ",.;:)":
        return True
    first = line.words[0]
    letter = (first.x1 - first.x0) / len(first.text)
    if right - last.x1 >= 1.1 * letter:
        return False
    if len(last.words) == 1 and CODE.fullmatch(last.text):
        return last.text[-1].isdigit() and first.text[0].isdigit()
    end = last.words[-1]
    if (end.x1 - end.x0) + (first.x1 - first.x0) <= right - left:
        return False  # the whole word would have fitted on a line of its own
    return _letters_go_on(text, first.text)


def _number_goes_on(text: str, after: str) -> bool:
    found = OPEN_NUMBER.search(text)
    missing = 3 - len(found["group"]) if found else 0
    return missing > 0 and re.match(rf"\d{{{missing}}}(?!\d)", after) is not None


def _letters_go_on(text: str, after: str) -> bool:
    """Letters on both sides in one case, of which at least one side is no syllable by itself."""
    head, tail = LETTERS_AT_END.search(text), LETTERS_AT_START.match(after)
    if not head or not tail:
        return False
    a, b = head[0], tail[0]
    if (a + b).isupper():
        return 1 in (len(a), len(b)) and not (is_syllable(a) and is_syllable(b))
    if not b.islower() or a[1:] != a[1:].lower():
        return False
    if is_syllable(a) and is_syllable(b):
        return b[0] in VOWELS and b not in VOWEL_WORDS and is_syllable(a + b)
    return True
