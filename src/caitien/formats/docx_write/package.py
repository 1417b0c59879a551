"""The parts of a .docx around its body, zipped with fixed dates in a fixed order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from caitien.formats.docx_write.looks import LANGUAGE, PAGE_HEAD, styles_xml
from caitien.formats.docx_write.pictures import relation
from caitien.formats.docx_write.theme import fonts_xml, theme_xml

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = f'xmlns:r="{_OFFICE}/relationships"'
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can tell
_DAY = "2000-01-01T00:00:00Z"  # a clock in the file would make each copy differ; the document bears its own date

_SETTINGS = (
    f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    "</w:settings>"
)
_NUMBER = (
    f'<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="{PAGE_HEAD.id}"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    "</w:p></w:hdr>"
)
_NO_NUMBER = f'<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="{PAGE_HEAD.id}"/></w:pPr></w:p></w:hdr>'
_PARTS = (
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("header", "header1.xml"),
    ("header", "header2.xml"),
    ("fontTable", "fontTable.xml"),
    ("theme", "theme/theme1.xml"),
)
_MEDIA = {"png": "image/png", "svg": "image/svg+xml"}
_APP = f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>caitien</Application></Properties>'


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself."""

    title: str
    author: str


def packed(body: str, properties: Properties, media: Mapping[str, bytes]) -> bytes:
    """The file: `body` is what stands inside w:body, `media` its pictures by their names below word/."""
    parts = {
        "[Content_Types].xml": _content_types(media),
        "_rels/.rels": _root_relations(),
        "word/document.xml": f"<w:document {W} {_R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(_PARTS, media),
        "word/styles.xml": styles_xml(W),
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": _NUMBER,
        "word/header2.xml": _NO_NUMBER,
        "word/fontTable.xml": fonts_xml(W),
        "word/theme/theme1.xml": theme_xml(),
        "docProps/core.xml": _core(properties),
        "docProps/app.xml": _APP,
    }
    texts = {name: (_DECLARATION + text).encode("utf-8") for name, text in parts.items()}
    return zipped(texts | {f"word/{name}": data for name, data in media.items()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts in the order given as a zip file without a trace of the day or the system."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(_member(name), data)
    return buffer.getvalue()


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, _ZIP_DATE)
    member.compress_type = ZIP_DEFLATED
    member.create_system = 0  # the same on every system
    return member


def _content_types(media: Mapping[str, bytes]) -> str:
    parts = (
        ("word/document.xml", f"{_TYPES}.document.main+xml"),
        ("word/styles.xml", f"{_TYPES}.styles+xml"),
        ("word/settings.xml", f"{_TYPES}.settings+xml"),
        ("word/header1.xml", f"{_TYPES}.header+xml"),
        ("word/header2.xml", f"{_TYPES}.header+xml"),
        ("word/fontTable.xml", f"{_TYPES}.fontTable+xml"),
        ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    )
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts)
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    markup = '<Default Extension="xml" ContentType="application/xml"/>'
    kinds = (kind for kind in _MEDIA if any(name.endswith(kind) for name in media))
    pictures = "".join(f'<Default Extension="{kind}" ContentType="{_MEDIA[kind]}"/>' for kind in kinds)
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{markup}{pictures}{overrides}</Types>'


def _root_relations() -> str:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    targets = (
        (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
        (core, "docProps/core.xml"),
        (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    )
    return _listed([(f"rId{index}", kind, target) for index, (kind, target) in enumerate(targets, start=1)])


def _relations(parts: tuple[tuple[str, str], ...], media: Mapping[str, bytes]) -> str:
    named = [(f"rId{index}", kind, target) for index, (kind, target) in enumerate(parts, start=1)]
    named += [(relation(name), "image", name) for name in media]
    return _listed([(name, f"{_OFFICE}/relationships/{kind}", target) for name, kind, target in named])


def _listed(targets: Sequence[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in targets)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _core(properties: Properties) -> str:
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_told(properties.title)}</dc:title><dc:creator>{_told(properties.author)}</dc:creator>"
        f"<dc:language>{LANGUAGE}</dc:language>{dates}</cp:coreProperties>"
    )


def _told(text: str) -> str:
    return escape(" ".join("".join(letter if letter.isprintable() else " " for letter in text).split()))
