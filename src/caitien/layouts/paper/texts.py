"""Texts as a document can hold them, and the paragraphs made of them."""

import re
from collections.abc import Iterable, Sequence

from caitien.blocks import Paragraph, Style

# What no document can hold: control signs but the line's end, halves of a pair of signs, two signs that are none.
_UNWRITABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BOLD = {
    Style.NATION,
    Style.MOTTO,
    Style.SCHOOL,
    Style.KIND,
    Style.SUBJECT,
    Style.AUTHORITY,
    Style.PART,
    Style.POINT,
    Style.RECIPIENTS_TITLE,
    Style.SIGNER_TITLE,
    Style.SIGNER_NAME,
    Style.ANNEX,
    Style.ANNEX_TITLE,
}
_ITALIC = {Style.PLACE_DATE, Style.BASIS, Style.CAPTION, Style.RECIPIENTS_TITLE, Style.ANNEX_OF}
_LEVELS = {Style.PART: 1, Style.POINT: 2, Style.ANNEX: 1}
_CENTRED = {
    Style.NATION,
    Style.MOTTO,
    Style.GOVERNING_BODY,
    Style.SCHOOL,
    Style.NUMBER,
    Style.REGARDING,
    Style.PLACE_DATE,
    Style.KIND,
    Style.SUBJECT,
    Style.ADDRESSEE,
    Style.AUTHORITY,
    Style.CAPTION,
    Style.SIGNER_TITLE,
    Style.SIGNER_NAME,
    Style.ANNEX,
    Style.ANNEX_TITLE,
    Style.ANNEX_OF,
}


def clean(text: str | None) -> str:
    """The text without signs that no document can hold; "" for None."""
    plain = (text or "").replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    return _UNWRITABLE.sub(" ", plain).strip()


def paragraph(text: str, style: Style = Style.TEXT) -> Paragraph:
    """A paragraph in the looks of its style."""
    return Paragraph(
        clean(text),
        level=_LEVELS.get(style),
        bold=style in _BOLD,
        italic=style in _ITALIC,
        align="center" if style in _CENTRED else None,
        style=style,
    )


def first_lowered(text: str) -> str:
    """The text as it goes on inside a sentence: "Năm học …" → "năm học …"; abbreviations and names stay."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def listed(texts: Sequence[str]) -> list[str]:
    """The texts of a list, each with ";" behind it and the last with "."."""
    filled = [text for one in texts if (text := clean(one).rstrip(" .;,:"))]
    return [f"{text}{'.' if at == len(filled) else ';'}" for at, text in enumerate(filled, 1)]


def dashed(texts: Iterable[str]) -> str:
    """A list in a cell: a line with a dash for each text; one text alone stands without."""
    lines = [text for text in map(clean, texts) if text]
    return lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)
