"""How a Vietnamese syllable is written: its parts, and the letter that bears its tone.

Source of the rhymes: the usual inventory of Vietnamese orthography, with both ways of placing the tone on oa, oe, uy.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Huyền, sắc, ngã, hỏi, nặng as combining marks."""

_VOWELS = "aăâeêioôơuưy"
SMALL = "a-zđ" + "".join(
    unicodedata.normalize("NFC", v + t) for v in _VOWELS for t in ("", *TONES) if v + t not in "aeiouy"
)
"""The small letters of Vietnamese, for a character class of a regular expression (NFC); CAPITALS likewise."""
CAPITALS = "A-ZĐ" + SMALL[4:].upper()

QUALITIES = {"\u0302": "aeo", "\u0306": "a", "\u031b": "ou"}
"""Circumflex, breve and horn, with the letters that may bear them."""

_INITIALS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
INITIALS = frozenset(_INITIALS.split()) | {""}

_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êc êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oe oem oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uân uâng uât uây uê uêch uên uênh uêu uơ
    uy uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu
    """
RHYMES = frozenset(_RHYMES.split())

_CODAS = ("ch", "ng", "nh", "c", "m", "n", "p", "t")
_EITHER = {"oa", "oe", "uy"}
# "gi" before these is g + i…; everywhere else gi is the initial and its i bears no tone.
_G_RHYMES = "i im in ip iêc iêm iên iêng iêp iêt iêu"
_AFTER_G = frozenset(_G_RHYMES.split())


class Parts(NamedTuple):
    """A word taken apart: letters with quality marks (NFC, lower case) and its tone mark ("" for the level tone)."""

    letters: str
    tone: str


def strip_tones(word: str) -> Parts:
    """The word without tones (NFC, lower case) and all tone marks it bore, in order and without repetition."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(dict.fromkeys(mark for mark in decomposed if mark in TONES))
    letters = "".join(letter for letter in decomposed if letter not in TONES)
    return Parts(unicodedata.normalize("NFC", letters), tones)


@lru_cache(maxsize=8192)
def split_syllable(letters: str) -> tuple[str, str] | None:
    """Initial and rhyme of a toneless syllable in lower case NFC, or None where it is not a Vietnamese syllable."""
    for length in (3, 2, 1, 0):
        initial, rhyme = letters[:length], letters[length:]
        if initial not in INITIALS or not _rhyme_fits(initial, rhyme):
            continue
        return initial, rhyme
    return None


def _rhyme_fits(initial: str, rhyme: str) -> bool:
    if initial == "qu":  # quốc is the one word where ô follows
        return rhyme == "ôc" or (rhyme in RHYMES and rhyme[0] not in "uưoô")
    if initial == "q":
        return False
    if initial == "g" and rhyme.startswith("i"):
        return rhyme in _AFTER_G
    return rhyme in RHYMES


def tone_places(initial: str, rhyme: str) -> tuple[int, ...]:
    """Indexes into the rhyme where its tone may stand, the usual place first."""
    coda = next((coda for coda in _CODAS if rhyme.endswith(coda) and rhyme != coda), "")
    vowels = rhyme.removesuffix(coda)
    marked = [index for index, letter in enumerate(vowels) if letter in "ăâêôơư"]
    if marked:
        return (marked[-1],)
    if len(vowels) == 3 or (len(vowels) == 2 and coda):
        return (1,)
    return (0, 1) if vowels in _EITHER else (0,)


def place_tone(letters: str, tone: str) -> str | None:
    """The syllable with the tone on its proper letter (lower case NFC), or None where it is no Vietnamese syllable."""
    parts = split_syllable(letters)
    if parts is None or not _tone_fits(parts[1], tone):
        return None
    initial, rhyme = parts
    if not tone:
        return letters
    place = len(initial) + tone_places(initial, rhyme)[0]
    return unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])


def _tone_fits(rhyme: str, tone: str) -> bool:
    stopped = rhyme.endswith(("c", "ch", "p", "t"))
    return not tone or (len(tone) == 1 and (not stopped or tone in "\u0301\u0323"))


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether the word is a well-written Vietnamese syllable, its tone on a letter where it may stand."""
    word = unicodedata.normalize("NFC", word.lower())
    letters, tone = strip_tones(word)
    parts = split_syllable(letters)
    if parts is None or not _tone_fits(parts[1], tone):
        return False
    if not tone:
        return True
    initial, rhyme = parts
    spellings = (len(initial) + place for place in tone_places(initial, rhyme))
    return any(word == unicodedata.normalize("NFC", letters[: p + 1] + tone + letters[p + 1 :]) for p in spellings)
