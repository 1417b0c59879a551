"""The body of the document: its sections one after the other."""

from collections.abc import Sequence

from caitien.blocks import Block, Pair, Paragraph, Part, Picture, Style, Table
from caitien.formats.docx_write.paragraphs import column_xml, seam_xml
from caitien.formats.docx_write.pictures import Pictures
from caitien.formats.docx_write.sections import Section, section_xml, sections_of
from caitien.formats.docx_write.tables import pair_xml, table_xml


def body_of(parts: Sequence[Part], pictures: Pictures) -> str:
    """What stands inside w:body; every section but the last ends in the properties of a paragraph."""
    sections = sections_of(parts)
    made: list[str] = []
    for index, section in enumerate(sections):
        properties = section_xml(section, heads=index == 0)
        is_last = index + 1 == len(sections)
        made.append(_section(section, "" if is_last else properties, pictures))
        if is_last:
            made.append(properties)
    return "".join(made)


def _section(section: Section, properties: str, pictures: Pictures) -> str:
    """The blocks of a section; `properties` (may be empty) go into its last paragraph."""
    made: list[str] = []
    waiting: list[Paragraph] = []
    blocks = section.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            waiting.append(block)
        elif isinstance(block, Pair | Table | Picture):
            made.append(_paragraphs(waiting, section.width, with_next=_stays(waiting, block)))
            waiting = []
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            made.append(_framed(block, following, section.width, properties, pictures))
        else:
            waiting += [Paragraph(line) for line in block.lines if line.strip()]
    return "".join(made) + _paragraphs(waiting, section.width, section=properties)


def _framed(
    block: Pair | Table | Picture, following: Block | None, width: int, properties: str, pictures: Pictures
) -> str:
    """What is no paragraph; where no paragraph follows, with the seam that Word wants there."""
    at_end = properties if following is None else ""
    if isinstance(block, Picture):
        return pictures.xml(block, keep_next=_is_caption(following), section=at_end)
    inner = pair_xml(block, width) if isinstance(block, Pair) else table_xml(block, width)
    return inner if isinstance(following, Paragraph) else inner + seam_xml(at_end)


def _stays(waiting: list[Paragraph], block: Block) -> bool:
    """Whether the last of the paragraphs stays with the block: text above a signature, a table's caption."""
    return isinstance(block, Pair) or (isinstance(block, Table) and bool(waiting) and _is_caption(waiting[-1]))


def _is_caption(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.CAPTION


def _paragraphs(paragraphs: list[Paragraph], width: int, *, with_next: bool = False, section: str = "") -> str:
    """Paragraphs; with `with_next` the last stays on the page of what follows."""
    if not with_next or not paragraphs:
        return column_xml(paragraphs, width, section=section)
    return column_xml(paragraphs[:-1], width) + column_xml(paragraphs[-1:], width, keep=True)
