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


def _lacks_tone(letters: str, tone: str) -> bool:
    """Whether a syllable that ends in c, ch, p or t bears no tone ("môt", "viêc"), which no word of Vietnamese does."""
    parts = split_syllable(letters)
    return bool(parts) and not tone and bool(_MARKED.search(letters)) and letters.endswith(("c", "ch", "p", "t"))
