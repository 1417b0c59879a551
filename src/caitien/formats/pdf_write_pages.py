"""Blocks → what the typst template sets: sections of upright and lying pages, paragraphs, pairs of columns."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from caitien.blocks import Block, Pair, Paragraph, Part, Picture, Style, Table
from caitien.blocks import lying as asked_lying
from caitien.formats.docx_write.letters import width_of
from caitien.formats.name_lines import broken
from caitien.formats.pdf_write_tables import plain, table

HEADINGS = {Style.PART: 1, Style.POINT: 2, Style.ANNEX: 1}
LONGEST_HEADING = 160  # letters; a longer point is a text with a number before it
SECOND_ROW = (Style.NUMBER, Style.PLACE_DATE)  # level with each other in the head, whatever stands above them
HEAD = (Style.GOVERNING_BODY, Style.SCHOOL, Style.NATION, Style.MOTTO, *SECOND_ROW)
NAMES, NAME_ROOM = (Style.GOVERNING_BODY, Style.SCHOOL), 203.0  # pt; the head's left column, a little less
LETTERS_A_LINE = 75
NARROWEST = (190.0, 14.0)  # pt: the left side of the head, the size of the text
SHORT = 14  # lines; so little text beside a lying table lies with it and gets no page of its own
LEAD = 3  # paragraphs between a heading and its table that go along with the table


def sections(parts: Sequence[Part]) -> list[dict[str, Any]]:
    """The blocks in runs of the same page orientation, each block as the template takes it.

    The first run of an annex is marked `anew`: its pages are counted from one.
    """
    return [{**section, "anew": at > 0 and nth == 0} for at, part in enumerate(parts) for nth, section in _runs(part)]


def _runs(part: Part) -> Iterator[tuple[int, dict[str, Any]]]:
    blocks = part.blocks
    lying = [True] * len(blocks) if part.landscape else _lying(blocks)
    laid = list(_laid(blocks))
    for nth, (landscape, run) in enumerate(groupby(range(len(blocks)), key=lambda at: lying[at])):
        yield nth, {"landscape": landscape, "blocks": [laid[at] for at in run]}


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All paragraphs, those of pairs included, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Pair):
            yield from (*block.left, *block.right)


def signers_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The offices of those who sign, one for each place to sign, in reading order."""
    sides = [side for block in blocks if isinstance(block, Pair) for side in (block.left, block.right)]
    return tuple(side[at].text for side in sides for at in range(len(side)) if _signs_after(side, at))


def _lying(blocks: Sequence[Block]) -> list[bool]:
    """For each block whether it stands on a lying page: tables that ask for it, what leads to them, short rests."""
    lying = asked_lying(blocks)
    runs = [(landscape, list(run)) for landscape, run in groupby(range(len(blocks)), key=lambda at: lying[at])]
    for index, (landscape, run) in enumerate(runs):
        if landscape or len(runs) == 1:
            continue
        if sum(_lines(blocks[at]) for at in run) <= SHORT:
            along = run
        else:
            along = _lead([blocks[at] for at in run], run) if index + 1 < len(runs) else []
        for at in along:
            lying[at] = True
    return lying


def _lead(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """The places of the headings, and of the few texts under them, that end the run of blocks."""
    start, texts = len(blocks), 0
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if not isinstance(block, Paragraph) or texts > LEAD:
            break
        if _heading(block):
            start = at
            if block.style is Style.PART:
                break
        else:
            texts += 1
            if at == len(blocks) - 1 and block.text.endswith(":"):
                start = at
    return list(places[start:])


def _lines(block: Block) -> int:
    """About how many lines of an upright page the block takes."""
    if isinstance(block, Paragraph):
        return sum(math.ceil(len(line) / LETTERS_A_LINE) or 1 for line in block.text.split("\n"))
    if isinstance(block, Pair):
        return max(len(block.left), len(block.right))
    return LETTERS_A_LINE


def _laid(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    level = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            asked = _heading(block)
            level = min(asked, level + 1) if asked else level  # headings may not skip a level
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            yield {
                "type": "paragraph",
                **_paragraph(block),
                "level": level if asked else None,
                "sticky": isinstance(after, Table | Pair | Picture),
            }
        elif isinstance(block, Pair):
            yield _pair(block)
        elif isinstance(block, Table):
            yield table(block)
        elif isinstance(block, Picture):
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            captioned = isinstance(after, Paragraph) and after.style is Style.CAPTION
            yield {**_picture(block), "sticky": captioned}
        else:
            text = Paragraph("\n".join(block.lines), align="left")
            yield {"type": "paragraph", **_paragraph(text), "level": None, "sticky": False}


def _heading(block: Paragraph) -> int:
    """The outline level that the paragraph asks for, 0 for none."""
    if len(block.text) > LONGEST_HEADING or not block.text.strip():
        return 0
    return HEADINGS.get(block.style) or (block.level or 0 if block.style is Style.NONE else 0)


def _paragraph(block: Paragraph) -> dict[str, Any]:
    style = block.style
    if style is Style.POINT and len(block.text) > LONGEST_HEADING:
        style = Style.TEXT
    if style in NAMES:
        bold = style is Style.SCHOOL
        block = replace(block, text=broken(block.text, lambda words: width_of(words, 12, bold=bold) / 20, NAME_ROOM))
    return {
        "style": style.value,
        "lead": plain(block.text[: block.lead], *NARROWEST),
        "text": plain(block.text[block.lead :], *NARROWEST),
        "bold": block.bold,
        "italic": block.italic,
        "align": block.align,
    }


def _picture(block: Picture) -> dict[str, Any]:
    from caitien.formats.pictures import safe_svg, size_of

    width, height = size_of(block)
    return {"type": "picture", "svg": safe_svg(block.svg), "alt": block.alt, "width": width, "height": height}


def _pair(block: Pair) -> dict[str, Any]:
    head = any(paragraph.style in HEAD for paragraph in (*block.left, *block.right))
    cut = [_cut(side) if head else len(side) for side in (block.left, block.right)]
    rows = [
        [_side(block.left[: cut[0]]), _side(block.right[: cut[1]])],
        [_side(block.left[cut[0] :]), _side(block.right[cut[1] :])],
    ]
    return {"type": "pair", "head": head, "rows": [row for row in rows if any(row)]}


def _cut(side: Sequence[Paragraph]) -> int:
    return next((at for at, paragraph in enumerate(side) if paragraph.style in SECOND_ROW), len(side))


def _side(side: Sequence[Paragraph]) -> list[dict[str, Any]]:
    """The paragraphs of one side, with the place to sign after the office of the signer."""
    laid: list[dict[str, Any]] = []
    for at, paragraph in enumerate(side):
        laid.append(_paragraph(paragraph))
        if _signs_after(side, at):
            laid.append({"style": "place-to-sign"})
    return laid


def _signs_after(side: Sequence[Paragraph], at: int) -> bool:
    after = side[at + 1].style if at + 1 < len(side) else Style.NONE
    return side[at].style is Style.SIGNER_TITLE and after is not Style.SIGNER_TITLE
