"""Texts made equal for searching and comparing."""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f]+")  # all that Vietnamese uses


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The text in lower case without any marks (đ as d) and with single blanks: what search and comparison see."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = _MARKS.sub("", plain)
    if not bare.isascii():
        bare = "".join(character for character in bare if not unicodedata.combining(character))
    return " ".join(bare.replace("đ", "d").split())
