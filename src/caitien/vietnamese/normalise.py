"""One way of writing for every text that is read: NFC, marks on their letters, Vietnamese letters for look-alikes.

Spelling is never corrected; tabs, new lines and leading blanks are kept, for they tell where cells and lists begin.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from caitien.vietnamese.damage import damage as damage
from caitien.vietnamese.damage import undo_mojibake as undo_mojibake
from caitien.vietnamese.encodings import decode_remnants
from caitien.vietnamese.syllables import QUALITIES, TONES, is_syllable, place_tone, strip_tones

MISPLACED_MARKS = "dấu đặt sai chữ"
WRONG_LETTERS = "chữ Đ, Ư gõ bằng ký tự khác"
HIDDEN_CHARACTERS = "ký tự ẩn trong từ"
LOOK_ALIKES = "chữ cái của bảng chữ khác"
WRONG_ENCODING = "chữ bị đọc sai bảng mã"

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
    "\x00-\x08\x0e-\x1f\x7f]"
)
_NOT_SIGN = re.compile("(?<=[^\\W\\d_])¬+|¬+(?=[^\\W\\d_])")  # how some fonts show a soft hyphen
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LETTERS = str.maketrans({"Ð": "Đ", "ð": "đ", "Ƣ": "Ư", "ƣ": "ư", "Ɖ": "Đ", "ɖ": "đ", "ǎ": "ă", "Ǎ": "Ă"})
_SYMBOLS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-"}
    | {"\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf0e0": "→"}
)
# Look-alikes of Latin letters in other scripts; only used inside words that are otherwise Latin.
_TWINS = str.maketrans(
    "АВСЕНІЈКМОРЅТХҮҺԌԚԜасеіјорѕухһԛԝгпАΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυιαρເοǤǥꓐꓝꓑꓒꓓꓔꓖꓗꓙꓚꓜꓠꓡꓢꓣꓦꓪꓫꓬꓮꓰꓲꓳꓴ",
    "ABCEHIJKMOPSTXYHGQWaceijopsyxhqwrnAABEZHIKMNOPTYXovuiapcoGgBFPdDTGKJCZNLSRVWXYAEIOU",
)
_MOST_PASSES = 5
_WORD = re.compile("[^\\W\\d_][\\w\u0300-\u036f]*")
_LOOSE_MARK = re.compile("(?<=[^\\W\\d_]) (?=[\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323])")


def normalise(text: str) -> str:
    """The text in one way of writing; see the module for what is mended and what is kept."""
    return normalise_with_repairs(text)[0]


def normalise_with_repairs(text: str) -> tuple[str, set[str]]:
    """The normalised text and, in Vietnamese, the kinds of damage that were repaired on the way."""
    repairs: set[str] = set()
    for _ in range(_MOST_PASSES):  # what one repair lays bare, the next pass sees
        mended = _mend(text, repairs)
        if mended == text:
            break
        text = mended
    return text, repairs


def _mend(text: str, repairs: set[str]) -> str:
    text = _LINE_ENDS.sub("\n", text)
    if text.isascii() and text.isprintable():
        return text
    steps: tuple[tuple[str | None, Callable[[str], str]], ...] = (
        (WRONG_ENCODING, undo_mojibake),
        (HIDDEN_CHARACTERS, lambda t: _NOT_SIGN.sub("", _HIDDEN.sub("", t))),
        (None, lambda t: _BLANKS.sub(" ", t).translate(_SYMBOLS)),
        (WRONG_ENCODING, decode_remnants),
        (None, lambda t: unicodedata.normalize("NFC", t)),
        (WRONG_LETTERS, _with_vietnamese_letters),
        (LOOK_ALIKES, lambda t: _WORD.sub(lambda word: _latin_twin(word[0]), t)),
        (MISPLACED_MARKS, _mend_marks),
    )
    for repair, step in steps:
        mended = step(text)
        if repair and mended != text:
            repairs.add(repair)
        text = mended
    return text


def _with_vietnamese_letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", unicodedata.normalize("NFC", decomposed.translate(_LETTERS)).translate(_LETTERS)
    )


def _latin_twin(word: str) -> str:
    if word.isascii():
        return word
    bare = unicodedata.normalize("NFD", word)
    folded = bare.translate(_TWINS)
    if folded == bare:
        return word
    letters = [c for c in folded if c.isalpha()]
    own = sum(1 for c in bare if unicodedata.name(c, "").startswith("LATIN") and c not in "Ǥǥ")
    if own and all(unicodedata.name(c, "").startswith("LATIN") for c in letters):
        return unicodedata.normalize("NFC", folded.upper() if _is_capital(bare) else folded)
    return word


def _is_capital(word: str) -> bool:
    """Whether all letters that have a case are capitals (Lao and Lisu twins have none)."""
    return word.upper() == word and word.lower() != word


def _mend_marks(text: str) -> str:
    text = unicodedata.normalize("NFC", _LOOSE_MARK.sub("", text))
    return _WORD.sub(lambda word: _mend_word(word[0]), text)


@lru_cache(maxsize=16384)
def _mend_word(word: str) -> str:
    """The word with its marks where they belong, where that makes a Vietnamese syllable of what was none."""
    if word.isascii() or is_syllable(word):
        return word
    bare, marks = _take_apart(word)
    if bare is None or not marks:
        return word
    letters = _put_qualities(bare, marks)
    if letters is None:
        return word
    placed = place_tone(letters, strip_tones(word).tone)
    return word if placed is None else _with_case_of(bare, placed)


def _take_apart(word: str) -> tuple[str | None, list[tuple[int, str]]]:
    """The bare letters, and the marks with the index of the letter they stand on; None with other marks than ours."""
    letters, marks = "", []
    for character in unicodedata.normalize("NFD", word):
        if not unicodedata.combining(character):
            letters += character
        elif character in TONES or character in QUALITIES:
            marks.append((len(letters) - 1, character))
        else:
            return None, []
    return letters, marks


def _put_qualities(bare: str, marks: list[tuple[int, str]]) -> str | None:
    """Each circumflex, breve and horn on the nearest letter that may bear it, looking to the left first."""
    chosen: dict[int, str] = {}
    for index, mark in marks:
        if mark in TONES:
            continue
        fits = [i for i, letter in enumerate(bare.lower()) if letter in QUALITIES[mark] and i not in chosen]
        if not fits:
            return None
        chosen[min(fits, key=lambda i: (abs(i - index), i > index))] = mark
    return unicodedata.normalize("NFC", "".join(c + chosen.get(i, "") for i, c in enumerate(bare.lower())))


def _with_case_of(bare: str, placed: str) -> str:
    return "".join(new.upper() if old.isupper() else new for old, new in zip(bare, placed, strict=True))


def squeeze(text: str) -> str:
    """One blank between words, none before closing marks, no empty lines; the lines themselves are kept."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.split("\n"))
    closed = (re.sub(r" +(?=[,;:)](?!\S*//)|\.(?![.\w]))", "", line) for line in lines)
    return "\n".join(line for line in closed if line)


def join_wrapped(text: str) -> str:
    """One line of several: lines joined by a blank, the halves of a broken symbol (`TT-` + `BGDĐT`) without."""
    lines = [line for line in squeeze(text).split("\n") if line]
    return re.sub(r"(?<=[A-ZĐ]-) (?=[A-ZĐ]{2})", "", " ".join(lines))
