"""Text out of runs with fonts: what stands in an old Vietnamese font is decoded, then everything is normalised."""

import unicodedata
from collections.abc import Callable, Iterable
from importlib import import_module
from itertools import groupby
from typing import Any


def _seam(module: str, name: str, fallback: Callable[..., Any]) -> Callable[..., Any]:
    try:
        found: Callable[..., Any] = getattr(import_module(f"caitien.vietnamese.{module}"), name)
    except ImportError:
        return fallback
    return found


decode_legacy = _seam("encodings", "decode_legacy", lambda text, encoding: text)
legacy_encoding = _seam("encodings", "legacy_encoding", lambda font: None)
normalise = _seam("normalise", "normalise", lambda text: unicodedata.normalize("NFC", text))

__all__ = ["Span", "joined"]

_UNICODE_ONLY = frozenset("ĂăĐđĨĩŨũƠơƯư") | {chr(code) for code in range(0x1EA0, 0x1EFA)}

Span = tuple[str, str | None]  # text as stored, name of its font where known


def joined(spans: Iterable[Span]) -> str:
    """The normalised text of `spans`. Neighbours of one encoding are joined first: a VNI letter is two signs, and Word
    parts runs anywhere."""
    decoded = []
    for encoding, group in groupby(spans, key=_encoding):
        text = "".join(text for text, _ in group)
        decoded.append(decode_legacy(text, encoding) if encoding else text)
    return tidy("".join(decoded))


def tidy(text: str) -> str:
    """Normalised, without blank lines or blanks at the ends of lines."""
    lines = (line.strip() for line in normalise(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _encoding(span: Span) -> str | None:
    text, font = span
    if not font or not _UNICODE_ONLY.isdisjoint(text):
        return None  # letters that no 8-bit font has: the text is Unicode whatever its font is called
    encoding: str | None = legacy_encoding(font)
    return encoding
