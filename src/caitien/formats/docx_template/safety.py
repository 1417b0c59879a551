"""What a template may not hold: anything that Word would run, fetch or open when the document is read."""

import re
from typing import TYPE_CHECKING

from lxml import etree

from caitien.findings import CannotWrite
from caitien.formats.archive import Archive
from caitien.formats.docx.parts import W

if TYPE_CHECKING:
    Element = etree._Element

_RUNS = re.compile(r"vba|macro|activeX|embeddings/|\.bin$|afchunk", re.I)
_FETCHES = re.compile(r"\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|DATABASE|MACROBUTTON|EMBED|RD)\b", re.I)
_HARMLESS = ("/hyperlink", "/attachedTemplate")  # a link waits for a click; the other is taken out
_SETTINGS, _SETTINGS_LINKS = "word/settings.xml", "word/_rels/settings.xml.rels"
_KINDS = "[Content_Types].xml"


def refuse_dangerous(archive: Archive, parts: "dict[str, Element]") -> None:
    """Raises CannotWrite for macros, embedded objects, links to files, fields that fetch."""
    kinds = archive.read(_KINDS).decode("utf-8", "replace") if _KINDS in archive.names else ""
    if any(_RUNS.search(name) for name in archive.names) or re.search(r"macroEnabled|vbaProject", kinds):
        raise CannotWrite("Mẫu chứa macro hoặc đối tượng nhúng nên không dùng; hãy bỏ chúng rồi lưu lại dạng .docx.")
    for name in sorted(archive.names):
        if name.endswith(".rels") and (root := archive.markup(name)) is not None:
            _refuse_links(root)
    for root in parts.values():
        orders = "".join(node.text or "" for node in root.iter(f"{W}instrText"))
        orders += " ".join(node.get(f"{W}instr") or "" for node in root.iter(f"{W}fldSimple"))
        if (
            _FETCHES.search(re.sub(r'"[^"]*"', "", orders))
            or next(root.iter(f"{W}altChunk", f"{W}object", f"{W}subDoc"), None) is not None
        ):
            raise CannotWrite("Mẫu có trường lấy nội dung từ tệp hoặc chương trình khác; hãy bỏ đi rồi lưu lại.")


def _refuse_links(relations: "Element") -> None:
    for relation in relations:
        kind = relation.get("Type") or ""
        if (relation.get("TargetMode") or "").lower() == "external" and not kind.endswith(_HARMLESS):
            target = (relation.get("Target") or "")[:60]
            raise CannotWrite(f"Mẫu trỏ tới tệp ở ngoài “{target}”; hãy chèn hẳn nội dung đó vào mẫu rồi lưu lại.")


def without_template_link(archive: Archive) -> dict[str, bytes]:
    """Word notes on which file a document was based and opens it again; the settings without that note."""
    settings, links = archive.markup(_SETTINGS), archive.markup(_SETTINGS_LINKS)
    if settings is None or links is None:
        return {}
    for node in settings.findall(f"{W}attachedTemplate"):
        settings.remove(node)
    for relation in list(links):
        if (relation.get("Type") or "").endswith("/attachedTemplate"):
            links.remove(relation)
    told = {_SETTINGS: settings, _SETTINGS_LINKS: links}
    return {
        name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for name, root in told.items()
    }
