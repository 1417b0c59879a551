"""Words that a column too narrow for them tore in the middle: `khôn | g`, `3.000.0 | 00`, `18/2018/TT-BG | DĐT`."""

import re

from caitien.formats.pdf_page import Line
from caitien.vietnamese.syllables import INITIALS, RHYMES, is_syllable, strip_tones

# An unfinished number: its last group of thousands lacks digits, which the next line begins with.
OPEN_NUMBER = re.compile(r"(?:^|\s)\d{1,3}(?:\.\d{3})*\.(?P<group>\d{0,2})$")
CODE = re.compile(r"(?=.*\d)[\w./,-]{3,}")
VOWELS = frozenset("aeiouyăâêôơư")
# Words that begin with a vowel and do begin lines.
VOWEL_WORDS = set("an anh em in uy y yêu yên ưu ôn ông ăn âm ở ủy uỷ ý yếu ứng ấn áp ảnh ổn ẩm ấm ít ước".split())  # noqa: SIM905
LETTERS_AT_END = re.compile(r"[^\W\d_]+$")
LETTERS_AT_START = re.compile(r"[^\W\d_]+")


def is_torn(text: str, last: Line, line: Line, left: float, right: float) -> bool:
    """Whether the first letters of `line` belong to the last word of `text`, which ends with the line `last`."""
    if goes_on(text, line.text):
        return True
    first, end = line.words[0], last.words[-1]
    letter = max((first.x1 - first.x0) / len(first.text), 0.35 * first.size)
    if right - last.x1 >= 1.1 * letter:
        return False
    both_digits = last.text[-1].isdigit() and first.text[0].isdigit()
    if len(last.words) == 1 and CODE.fullmatch(last.text):
        return both_digits
    if (end.x1 - end.x0) + (first.x1 - first.x0) <= right - left:
        return False  # the whole word would have fitted on a line of its own
    return both_digits or _letters_go_on(text, first.text)


def goes_on(text: str, after: str) -> bool:
    """Whether the letters alone show that a new line goes on with the word before it, whatever room was left."""
    if after[0] in ",.;:)/" or text.endswith("("):
        return True
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
    if not b.islower() or a[1:] != a[1:].lower() or not _begins_syllable(a + b):
        return False
    if is_syllable(a) and is_syllable(b):
        return strip_tones(b).letters[0] in VOWELS and b not in VOWEL_WORDS
    return True


def _begins_syllable(letters: str) -> bool:
    """Whether a Vietnamese syllable could begin so, tones aside."""
    bare = strip_tones(letters).letters
    return any(
        bare.startswith(initial) and any(rhyme.startswith(bare[len(initial) :]) for rhyme in RHYMES)
        for initial in INITIALS
    )
