"""The order of a Vietnamese dictionary, the same as the collation `vi` of ICU that the larger databases use."""

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS)}
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...]]


def sort_key(text: str) -> SortKey:
    """A key for `sorted`: the letters (a ă â … d đ …), then the tones (ngang huyền hỏi ngã sắc nặng), then case."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    capitals: list[bool] = []
    for character in unicodedata.normalize("NFC", text):
        letter, tone = _take_tone(character)
        lower = letter.lower()
        letters.append((1, _RANK[lower]) if lower in _RANK else (0, ord(lower[0])))
        tones.append(tone)
        capitals.append(letter != lower)
    return tuple(letters), tuple(tones), tuple(capitals)


def _take_tone(character: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", character)
    tone = next((_TONE_RANK[mark] for mark in decomposed if mark in _TONE_RANK), 0)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONE_RANK)) or character, tone
