"""Office files for the tests: built with python-docx, turned into old formats by LibreOffice, or written by hand."""

import struct
import subprocess
import tempfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from caitien.formats.office import find_soffice
from caitien.vietnamese.encodings import encode_legacy

SECTOR = 512
END, FREE = 0xFFFFFFFE, 0xFFFFFFFF

_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
TEXT_BOX = f"""<w:p {nsdecls("w", "wp", "a")} xmlns:s="{_SHAPES}"><w:r><w:t>neo</w:t></w:r><w:r><w:drawing>
<wp:anchor simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos
x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV
relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000"
cy="600000"/><wp:wrapNone/>
<wp:docPr id="1" name="t"/><a:graphic><a:graphicData uri="{_SHAPES}"><s:wsp><s:cNvSpPr txBox="1"/><s:spPr><a:xfrm><a:off
x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></s:spPr><s:txbx>
<w:txbxContent><w:p><w:r><w:t>TRONG KHUNG</w:t></w:r></w:p></w:txbxContent></s:txbx><s:bodyPr/></s:wsp></a:graphicData>
</a:graphic></wp:anchor></w:drawing></w:r></w:p>"""


def saved(document: "docx.document.Document") -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def sample() -> "docx.document.Document":
    """A little of everything that an old format must carry over: heading, lists, old fonts, merged and nested cells."""
    document = docx.Document()
    document.add_heading("I. MỤC ĐÍCH", level=1)
    document.add_paragraph().add_run("Đậm và đỏ").bold = True
    for text, encoding, font in (
        ("Trường mầm non Hoa Gạo ươm mầm", "tcvn3", ".VnTime"),
        ("Trường tiểu học Ước Mơ", "vni", "VNI-Times"),
    ):
        run = document.add_paragraph().add_run(encode_legacy(text, encoding))  # type: ignore[arg-type]
        run.font.name = font
    for text in ("mục một", "mục hai"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("gạch đầu dòng", style="List Bullet")
    table = document.add_table(rows=4, cols=4, style="Table Grid")
    for row in range(3):
        for column in range(4):
            table.cell(row, column).text = f"ô {row}.{column}\ndòng hai"
    table.cell(1, 1).text = table.cell(2, 1).text = ""
    table.cell(1, 1).merge(table.cell(2, 1)).text = "gộp dọc"
    table.cell(3, 0).merge(table.cell(3, 3)).text = "Tiêu chuẩn 2"
    inner = table.cell(0, 0).add_table(1, 2)
    inner.cell(0, 1).text = "trong"
    paragraph = document.add_paragraph("Giữ ")
    paragraph.add_run("giấu").font.hidden = True
    field = f"<w:fldSimple {nsdecls('w')} w:instr=' NUMPAGES '><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    document.element.body.insert(-1, parse_xml(TEXT_BOX))
    paragraph = document.add_paragraph("Trang ")
    paragraph._p.append(parse_xml(field))
    paragraph.add_run(" là cuối")
    return document


@lru_cache
def converted(suffix: str) -> bytes:
    """The sample as .odt, .doc or .rtf. Old formats by way of .odt: straight from .docx LibreOffice ruins the table."""
    source, data = ("docx", saved(sample())) if suffix == "odt" else ("odt", converted("odt"))
    return by_libreoffice(data, source, suffix)


def by_libreoffice(data: bytes, source: str, suffix: str) -> bytes:
    program = find_soffice()
    assert program, "LibreOffice is missing: run scripts/system_programs.py"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"in.{source}"
        path.write_bytes(data)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", suffix, "--outdir", f"{folder}/out", str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (Path(folder) / "out" / f"in.{suffix}").read_bytes()


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The zip file `data` with the part `name` replaced or added."""
    return zipped(parts_of(data) | {name: content})


def compound_file(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file with these streams, each padded to 4096 bytes so that no mini stream is needed."""
    contents = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    fat, body, entries = [0xFFFFFFFD, END], b"", [_entry("Root Entry", 5, END, 0, child=1)]
    for number, (name, data) in enumerate(contents.items(), start=1):
        count = -(-len(data) // SECTOR)
        first = len(fat)
        fat += [*range(first + 1, first + count), END]
        body += data.ljust(count * SECTOR, b"\0")
        following = number + 1 if number < len(contents) else FREE
        entries.append(_entry(name, 2, first, len(data), right=following))
    directory = b"".join(entries)
    assert len(directory) <= SECTOR and len(fat) <= SECTOR // 4
    head = struct.pack("<8s16xHHHHH6xIII4xIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1,
                       4096, END, 0, END, 0)  # fmt: skip
    head += struct.pack("<109I", 0, *[FREE] * 108)
    table = struct.pack(f"<{SECTOR // 4}I", *fat, *[FREE] * (SECTOR // 4 - len(fat)))
    return head + table + directory.ljust(SECTOR, b"\0") + body


def _entry(name: str, kind: int, first: int, size: int, *, right: int = FREE, child: int = FREE) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", raw, len(raw) + 2, kind, 1, FREE, right, child, first, size)
