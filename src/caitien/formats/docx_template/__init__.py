"""A school's own Word template → the document: named fields filled, a table's row repeated for each item.

A template only says where texts stand. It cannot choose, reckon, run or fetch anything: a field is a name in double
braces, its text is put in as text, and a template with macros, links to files or embedded objects is refused.
"""

from typing import TYPE_CHECKING

from lxml import etree

from caitien.blocks.field_values import FieldValues
from caitien.findings import CannotRead, CannotWrite
from caitien.formats import Limits
from caitien.formats.archive import Archive
from caitien.formats.docx_template.names import named, refuse_broken, texts_in
from caitien.formats.docx_template.places import fill_paragraphs
from caitien.formats.docx_template.rows import lay_rows, take_rows
from caitien.formats.docx_template.safety import refuse_dangerous, without_template_link
from caitien.formats.docx_write.package import zipped

if TYPE_CHECKING:
    Element = etree._Element

__all__ = ["fill"]

_FILLED = ("word/document", "word/header", "word/footer")


def fill(template: bytes, values: FieldValues, *, limits: Limits | None = None) -> bytes:
    """The template's bytes with every field filled; the same for the same template and values on any day.

    Raises CannotWrite with one Vietnamese line: not a Word file, something dangerous in it, a field that is not known,
    braces that do not close, a row's field outside a row of a table, no field at all.
    """
    try:
        return _filled(Archive(template, limits or Limits()), values)
    except CannotRead as refusal:
        raise CannotWrite(f"Không dùng được mẫu Word này. {refusal}") from None


def _filled(archive: Archive, values: FieldValues) -> bytes:
    if not any(name.startswith(_FILLED[0]) for name in archive.names):
        raise CannotWrite("Mẫu không phải là tệp Word .docx; hãy mở mẫu bằng Word và lưu lại dạng .docx.")
    archive.check_markup({})
    roots = {name: archive.markup(name) for name in sorted(archive.names) if _is_filled(name)}
    parts = {name: root for name, root in roots.items() if root is not None}
    refuse_dangerous(archive, parts)
    asked = [text for root in parts.values() for text in texts_in(root)]
    refuse_broken(asked, values)
    if not any(named(text) for text in asked):
        raise CannotWrite("Mẫu không có trường nào, ví dụ {{truong}}; hãy gõ tên trường vào chỗ cần điền rồi lưu lại.")
    for root in parts.values():
        patterns = take_rows(root, values)
        fill_paragraphs(root, values.fields)
        for pattern in patterns:  # last, so that braces in an item's text are never taken for a field
            lay_rows(pattern, values)
    return _packed(archive, parts)


def _is_filled(name: str) -> bool:
    return name.endswith(".xml") and name.startswith(_FILLED) and name.count("/") == 1


def _packed(archive: Archive, parts: "dict[str, Element]") -> bytes:
    """All parts of the template, the filled ones anew, in a fixed order."""
    first = ("[Content_Types].xml", "_rels/.rels")
    names = sorted(archive.names, key=lambda name: (name not in first, name))
    changed = without_template_link(archive)
    made: dict[str, bytes] = {}
    for name in names:
        root = parts.get(name)
        if root is not None:
            made[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        elif not name.endswith("/"):
            made[name] = changed.get(name) or archive.read(name)
    return zipped(made)
