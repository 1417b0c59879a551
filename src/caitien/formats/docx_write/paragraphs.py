"""Paragraphs and their runs as WordprocessingML, every text as text: nothing in it is ever mark-up."""

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.sax.saxutils import escape

from caitien.blocks import Paragraph, Style
from caitien.blocks.marks import OPEN_MARK
from caitien.formats.docx_write.letters import lines_of, width_of
from caitien.formats.docx_write.looks import RULE, SEAM, look_of
from caitien.formats.name_lines import broken

_ALIGNS = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHARES = {
    Style.MOTTO: 1.0,
    Style.SCHOOL: 0.4,
    Style.SUBJECT: 0.4,
    Style.ANNEX_OF: 0.25,
}  # length of the rule below, by that of the text

_NAMES = (Style.GOVERNING_BODY, Style.SCHOOL)
_BALANCED = (*_NAMES, Style.SUBJECT, Style.ANNEX_TITLE, Style.ANNEX_OF)
_STEP = 57  # twips, 1 mm


def paragraph_xml(paragraph: Paragraph, *, keep_next: bool = False, sides: int = 0, section: str = "") -> str:
    """A paragraph by its style. `sides`: twips that its lines stay away from both edges of its column; `section`: the
    w:sectPr of the section that ends with it.
    """
    look = look_of(paragraph.style, paragraph.level)
    align = _ALIGNS.get(paragraph.align or "")
    other = f'<w:jc w:val="{align}"/>' if align and align != look.align and paragraph.style is Style.NONE else ""
    if other:
        other = f'<w:ind w:firstLine="0"/>{other}'
    if sides:
        other = f'<w:ind w:left="{sides}" w:right="{sides}"/>' + '<w:jc w:val="left"/>' * (
            paragraph.style is Style.ADDRESSEE
        )
    if paragraph.level and paragraph.level != look.level:
        other += f'<w:outlineLvl w:val="{min(paragraph.level, 9) - 1}"/>'
    keep = "<w:keepNext/>" if keep_next and not look.keep_next else ""
    bold, italic = paragraph.bold and not look.bold, paragraph.italic and not look.italic
    lead = runs_xml(paragraph.text[: paragraph.lead], bold=not look.bold, italic=italic)
    run = lead + runs_xml(paragraph.text[paragraph.lead :], bold=bold, italic=italic)
    return f'<w:p><w:pPr><w:pStyle w:val="{look.id}"/>{keep}{other}{section}</w:pPr>{run}</w:p>'


def runs_xml(text: str, *, bold: bool = False, italic: bool = False) -> str:
    """A text as a run, its lines parted by line breaks, marks of open decisions in runs of their own with a colour.

    What XML cannot hold becomes a blank.
    """
    look = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    pieces = OPEN_MARK.split(NO_XML.sub(" ", text.replace("\r\n", "\n")))
    shown = (look, f'{look}<w:highlight w:val="yellow"/>')
    return "".join(_run(piece, shown[place % 2]) for place, piece in enumerate(pieces) if piece)


def _run(text: str, look: str) -> str:
    inner = "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in re.split("([\n\t])", text)
        if piece
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inner}</w:r>"


def column_xml(paragraphs: Sequence[Paragraph], width: int, *, keep: bool = False, section: str = "") -> str:
    """Paragraphs one below the other in a column of `width` twips, each rule below what it belongs to.

    `keep`: all stay on the page of what follows. `section` ends with the last of them.
    """
    made: list[str] = []
    paragraphs = [_named(paragraph, width) for paragraph in paragraphs]
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        ruled = paragraph.style in _SHARES and (following is None or following.style is not paragraph.style)
        ends = section if following is None else ""
        sides = _sides(paragraph, width)
        made.append(paragraph_xml(paragraph, keep_next=keep, sides=sides, section="" if ruled else ends))
        if ruled:
            same = [other.text for other in paragraphs if other.style is paragraph.style]
            made.append(_rule("\n".join(same), paragraph.style, width - 2 * sides, sides, ends))
    return "".join(made)


def _named(paragraph: Paragraph, width: int) -> Paragraph:
    """A name in the head in lines that are broken by their sense."""
    if paragraph.style not in _NAMES:
        return paragraph
    look = look_of(paragraph.style, None)
    text = broken(paragraph.text, lambda words: width_of(words, look.size, bold=look.bold), width - _STEP)
    return replace(paragraph, text=text)


def seam_xml(section: str = "") -> str:
    """A paragraph of no height: between tables that Word would join, after a table that ends a section."""
    return f'<w:p><w:pPr><w:pStyle w:val="{SEAM.id}"/>{section}</w:pPr></w:p>'


def _sides(paragraph: Paragraph, width: int) -> int:
    """Room left on both sides of a name or title that needs several lines, so that no word stands alone on the last.

    For a list of addressees the room that sets it in the middle, its lines beginning below each other.
    """
    if paragraph.style is Style.ADDRESSEE and "\n" in paragraph.text:
        longest = max(width_of(line, look_of(paragraph.style, None).size) for line in paragraph.text.split("\n"))
        return max(0, width - longest - _STEP) // 2
    if paragraph.style not in _BALANCED:
        return 0
    look = look_of(paragraph.style, None)
    words = [width_of(f"{word} ", look.size, bold=look.bold) for word in paragraph.text.split()]
    needed = lines_of(words, width)
    if needed < 2 or "\n" in paragraph.text:
        return 0
    narrow = next(room for room in range(width // 2, width + _STEP, _STEP) if lines_of(words, room) <= needed)
    return max(0, width - narrow - _STEP) // 2


def _rule(text: str, style: Style, width: int, sides: int, section: str) -> str:
    """A drawn rule under a text of at most `width` twips, centred; after the last line of a title some room follows."""
    look = look_of(style, None)
    longest = max(width_of(line.strip(), look.size, bold=look.bold) for line in text.split("\n"))
    side = sides + max(0, round(width - min(longest, width) * _SHARES[style]) // 2)
    after = 240 if style in (Style.SUBJECT, Style.ANNEX_OF) else 60
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{RULE.id}"/>'
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        f'<w:spacing w:before="40" w:after="{after}"/><w:ind w:left="{side}" w:right="{side}"/>{section}</w:pPr></w:p>'
    )
