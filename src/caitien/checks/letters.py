"""Words that are not written as a Vietnamese syllable can be: a mark on the wrong letter, letters lost or put in."""

import re
from functools import lru_cache

from caitien.vietnamese.normalise import MISPLACED_MARKS, normalise_with_repairs
from caitien.vietnamese.syllables import SMALL, is_syllable, split_syllable, strip_tones

WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_FOREIGN = re.compile(rf"[^{SMALL}]")
_MARKED = re.compile(r"[^\x00-\x7f]")
_VOWEL = re.compile("[aăâeêioôơuưy]")
# Words of other languages that keep their own spelling in Vietnamese texts.
_OTHER_LANGUAGES = "đắk đăk đắc krông ktơr plơi mnông xơ ê đê bru rơ măm brâu păh đrăng pơ tơ rung côông xtiêng"
_KEPT = frozenset(_OTHER_LANGUAGES.split())


@lru_cache(maxsize=16384)
def repaired(word: str) -> str | None:
    """The word with its marks on their letters, where they are on others; None for any other word."""
    if word.isascii() or is_syllable(word):
        return None
    mended, repairs = normalise_with_repairs(word)
    return mended if MISPLACED_MARKS in repairs else None


@lru_cache(maxsize=16384)
def is_no_word(word: str) -> bool:
    """Whether a word in Vietnamese letters is no Vietnamese syllable: typed or recognised wrongly.

    Abbreviations (no vowel, capitals inside), plain Latin words and letters of other scripts are left alone.
    """
    small = word.lower()
    if small.isascii() or len(word) < 2 or word[1:] != small[1:] or small in _KEPT or _FOREIGN.search(small):
        return False
    letters, tone = strip_tones(small)
    if not _VOWEL.search(letters) or (letters.isascii() and not tone):
        return False
    return not is_syllable(small) or _lacks_tone(letters, tone)


def no_words_in(text: str) -> tuple[re.Match[str], ...]:
    """The words of a text that are no Vietnamese syllables and stand in running text: no names, no addresses."""
    return tuple(match for match in WORD.finditer(text) if is_no_word(match[0]) and _is_running(text, match))


def has_no_word(piece: str) -> bool:
    """Whether one of the words in a piece of text is no Vietnamese syllable."""
    return any(map(is_no_word, WORD.findall(piece)))


def _is_running(text: str, match: re.Match[str]) -> bool:
    """Whether a word is no name: in small letters, or at the beginning of its text; and no part of an address."""
    before, after = text[: match.start()], text[match.end() : match.end() + 1]
    if before.endswith(("/", "@", "-", "'", "’", ".")) or after in ("/", "@", "-", "'", "’", "&"):
        return False
    return match[0].islower() or not before.strip()


def _lacks_tone(letters: str, tone: str) -> bool:
    """Whether a syllable that ends in c, ch, p or t bears no tone ("môt", "viêc"), which no word of Vietnamese does."""
    parts = split_syllable(letters)
    return bool(parts) and not tone and bool(_MARKED.search(letters)) and letters.endswith(("c", "ch", "p", "t"))
