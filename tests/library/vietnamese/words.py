"""What the tests of the language share: well-written syllables, and damage done to them."""

import unicodedata

from hypothesis import strategies as st

from caitien.vietnamese.syllables import INITIALS, RHYMES, TONES, is_syllable, place_tone, split_syllable


def all_syllables() -> list[str]:
    """Every well-written syllable that initials, rhymes and tones allow, the tone where it usually stands."""
    found = set()
    for initial in INITIALS:
        for rhyme in RHYMES:
            letters = initial + rhyme
            if split_syllable(letters) != (initial, rhyme):
                continue
            found |= {placed for tone in ("", *TONES) if (placed := place_tone(letters, tone))}
    return sorted(word for word in found if is_syllable(word))


SYLLABLES = all_syllables()

syllables = st.sampled_from(SYLLABLES)
words = st.one_of(syllables, syllables.map(str.title), syllables.map(str.upper))
sentences = st.lists(words, min_size=1, max_size=8).map(" ".join)


def with_tone_one_letter_later(word: str) -> str | None:
    """The word as a bad converter writes it: its tone on the letter after the one that should bear it (`viêṇ`)."""
    decomposed = unicodedata.normalize("NFD", word)
    place = next((i for i, mark in enumerate(decomposed) if mark in TONES), None)
    if place is None:
        return None
    bare = decomposed[:place] + decomposed[place + 1 :]
    rest = next((i for i in range(place, len(bare)) if not unicodedata.combining(bare[i])), None)
    if rest is None:
        return None
    return unicodedata.normalize("NFC", bare[: rest + 1] + decomposed[place] + bare[rest + 1 :])
