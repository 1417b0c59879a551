"""Regular expressions for one of many words, made so that few of them are tried at each place."""

from collections import defaultdict
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words (patterns of their own, each beginning with a plain letter), the first that fits.

    The words are gathered by their first letter: of some hundred words only a few are tried where one might begin.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in words:
        by_letter[word[0]].append(word[1:])
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()) + ")"


def one_beginning(words: Iterable[str]) -> str:
    """As `one_of`, where no letter or figure stands before; quicker than to look before every place."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in words:
        by_letter[word[0]].append(word[1:])
    return (
        "(?:" + "|".join(rf"{letter}(?<!\w{letter})(?:{'|'.join(rests)})" for letter, rests in by_letter.items()) + ")"
    )
