"""When a value that was read is the value that was meant."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from rapidfuzz import fuzz

Same = Callable[[Any, Any], bool]
NEAR_ENOUGH = 95
_SIGNS = {"\u00a0": " ", "\u00ad": "", "…": "...", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"}
_SIGNS |= dict.fromkeys(map(chr, (*range(0x2010, 0x2016), 0x2212)), "-")
_BULLET = re.compile(r"^\s*[-+*•·▪–]+\s*")


def plain(value: object) -> str:
    """The words as they are compared: one case, one blank, no bullets, no marks at the ends."""
    text = unicodedata.normalize("NFC", str(value)).translate(str.maketrans(_SIGNS)).casefold()
    joined = " ".join(_BULLET.sub("", line) for line in text.split("\n"))
    return " ".join(joined.split()).strip(" .,;:-\"'()")


def is_empty(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def same_text(meant: object, read: object) -> bool:
    one, other = plain(meant), plain(read)
    return one == other or fuzz.ratio(one, other) >= NEAR_ENOUGH


def same_exactly(meant: object, read: object) -> bool:
    return str(meant).strip() == str(read).strip()


def same_day(meant: object, read: object) -> bool:
    """Equal, or more exact than was asked for ("2025-09-05" for "2025-09")."""
    return str(read) == str(meant) or str(read).startswith(f"{meant}-")


def same_number(meant: object, read: object) -> bool:
    try:
        return int(str(meant)) == int(float(str(read)))
    except ValueError:
        return False


def same_edition(meant: object, read: object) -> bool:
    return str(read).strip().startswith(str(meant))


def same_sign(meant: object, read: object) -> bool:
    """Numbers of documents and school years: blanks do not count."""
    return "".join(plain(meant).split()) == "".join(plain(read).split())


def match(meant: Sequence[Any], read: Sequence[Any], same: Same) -> tuple[int, list[Any], list[Any]]:
    """(how many are in both, missing, invented) of two lists whose order does not count."""
    left, near = list(read), []
    for value in meant:  # equal ones first, near ones afterwards
        at = next((k for k, other in enumerate(left) if plain(other) == plain(value)), None)
        if at is None:
            near.append(value)
        else:
            left.pop(at)
    hits, missing = len(meant) - len(near), []
    for value in near:
        at = next((k for k, other in enumerate(left) if same(value, other)), None)
        if at is None:
            missing.append(value)
        else:
            left.pop(at)
            hits += 1
    return hits, missing, left
