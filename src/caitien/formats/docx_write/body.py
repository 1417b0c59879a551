"""The body of the document: its sections one after the other."""

from collections.abc import Sequence

from caitien.blocks import Block, Pair, Paragraph, Table
from caitien.formats.docx_write.paragraphs import column_xml, seam_xml
from caitien.formats.docx_write.sections import Section, section_xml, sections_of
from caitien.formats.docx_write.tables import pair_xml, table_xml


def body_of(blocks: Sequence[Block]) -> str:
    """What stands inside w:body; every section but the last ends in the properties of a paragraph."""
    sections = sections_of(blocks)
    made: list[str] = []
    for index, section in enumerate(sections):
        properties = section_xml(section, first=index == 0)
        is_last = index + 1 == len(sections)
        made.append(_section(section, "" if is_last else properties))
        if is_last:
            made.append(properties)
    return "".join(made)


def _section(section: Section, properties: str) -> str:
    """The blocks of a section; `properties` (may be empty) go into its last paragraph."""
    made: list[str] = []
    waiting: list[Paragraph] = []
    blocks = section.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            waiting.append(block)
        elif isinstance(block, Pair | Table):
            made.append(_paragraphs(waiting, section.width, with_next=isinstance(block, Pair)))
            waiting = []
            inner = pair_xml(block, section.width) if isinstance(block, Pair) else table_xml(block, section.width)
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            made.append(inner if isinstance(following, Paragraph) else inner + seam_xml(_at_end(following, properties)))
        else:
            waiting += [Paragraph(line) for line in block.lines if line.strip()]
    return "".join(made) + _paragraphs(waiting, section.width, section=properties)


def _at_end(following: Block | None, properties: str) -> str:
    return properties if following is None else ""


def _paragraphs(paragraphs: list[Paragraph], width: int, *, with_next: bool = False, section: str = "") -> str:
    """Paragraphs; with `with_next` the last stays on the page of the signature that follows."""
    if not with_next or not paragraphs:
        return column_xml(paragraphs, width, section=section)
    return column_xml(paragraphs[:-1], width) + column_xml(paragraphs[-1:], width, keep=True)
