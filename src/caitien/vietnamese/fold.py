"""Texts made equal for searching and comparing."""

import re
import unicodedata


def fold(text: str) -> str:
    """The text in lower case without any marks (đ as d) and with single blanks: what search and comparison see."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"\s+", " ", bare.replace("đ", "d")).strip()
