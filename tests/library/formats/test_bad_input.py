"""Bad input ends in one clear Vietnamese line, soon and in little memory, with nothing fetched and nothing written."""

import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import olefile
import pytest
from openpyxl import Workbook
from PIL import Image

from caitien.findings import CannotRead
from caitien.formats import Limits, open_document
from caitien.formats.sniff import Kind, sniff
from library.formats.office_files import compound_file, converted, parts_of, saved, with_part, zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + f"]><w:document {W}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
)


def plain() -> bytes:
    document = docx.Document()
    document.add_paragraph("Kế hoạch cải tiến chất lượng giáo dục")
    return saved(document)


def sheet() -> bytes:
    stream = BytesIO()
    book = Workbook()
    assert book.active is not None
    book.active.append(["TT", "Tiêu chí", "Giải pháp"])
    book.save(stream)
    return stream.getvalue()


def picture(kind: str) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (40, 20), "white").save(stream, kind)
    return stream.getvalue()


def refused(data: bytes, folder: Path, *, name: str = "ke-hoach.docx", limits: Limits | None = None) -> str:
    """The line with which the file is refused."""
    path = folder / name
    path.write_bytes(data)
    before = sorted(folder.rglob("*"))
    with pytest.raises(CannotRead) as refusal:
        open_document(path, limits=limits)
    assert sorted(folder.rglob("*")) == before
    line = str(refusal.value)
    assert "\n" not in line and line.endswith(".")
    return line


def encrypted_doc() -> bytes:
    stream = BytesIO(converted("doc"))
    with olefile.OleFileIO(stream, write_mode=True) as ole:
        main = bytearray(ole.openstream("WordDocument").read())
        main[0x0B] |= 0x01
        ole.write_stream("WordDocument", bytes(main))
        return stream.getvalue()


REFUSALS = {
    "empty": (lambda: b"", "rỗng"),
    "blank": (lambda: b" \r\n\0 ", "rỗng"),
    "truncated docx": (lambda: plain()[:-2000], "bị hỏng"),
    "cut within the first part": (lambda: plain()[:400], "bị hỏng"),
    "docx without a body": (lambda: with_part(plain(), "word/document.xml", b"<a/>"), "bị hỏng"),
    "docx whose XML is rubbish": (lambda: with_part(plain(), "word/document.xml", b"\x01\x02rubbish"), "bị hỏng"),
    "entity bomb": (lambda: with_part(plain(), "word/document.xml", ENTITIES.encode()), "thực thể"),
    "entity bomb in UTF-16": (lambda: with_part(plain(), "word/document.xml", ENTITIES.encode("utf-16")), "thực thể"),
    "entity bomb in styles": (lambda: with_part(plain(), "word/styles.xml", ENTITIES.encode()), "thực thể"),
    "entity bomb in a sheet": (lambda: with_part(sheet(), "xl/worksheets/sheet1.xml", ENTITIES.encode()), "thực thể"),
    "entity bomb in Word XML": (lambda: ENTITIES.replace("<!D", "<?mso-application?><!D").encode(), "thực thể"),
    "encrypted docx": (lambda: compound_file({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "mật khẩu"),
    "encrypted doc": (encrypted_doc, "mật khẩu"),
    "old sheet": (lambda: compound_file({"Workbook": b"x"}), ".xlsx"),
    "old slides": (lambda: compound_file({"PowerPoint Document": b"x"}), "trình chiếu"),
    "slides": (lambda: zipped({"ppt/presentation.xml": b"<a/>"}), "trình chiếu"),
    "zip of files": (lambda: zipped({"ke-hoach.docx": plain()}), "giải nén"),
    "program": (lambda: b"MZ" + bytes(range(256)) * 20, "chương trình"),
    "binary rubbish": (lambda: bytes((i * 7919 + i // 3) % 256 for i in range(5000)), "Không nhận ra"),
    "telephone picture": (lambda: b"\0\0\0\x18ftypheic" + bytes(100), "HEIC"),
    "our own data": (lambda: '\ufeff{\n "schema": "caitien.plan/1"}'.encode(), "JSON"),
    "broken doc": (lambda: compound_file({"WordDocument": b"\xec\xa5" + b"\xff" * 5000, "1Table": b""}), "."),
    "no text at all": (lambda: saved(docx.Document()), "không có chữ"),
    "lost letters": (lambda: saved_text("K? ho?ch c?i ti?n ch?t l??ng gi?o d?c c?a tr??ng"), "không khôi phục được"),
}


def saved_text(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    return saved(document)


@pytest.mark.parametrize("case", REFUSALS)
def test_it_is_refused_in_one_vietnamese_line(case: str, tmp_path: Path) -> None:
    make, word = REFUSALS[case]
    assert word in refused(make(), tmp_path)


HEAD = f"<w:document {W}><w:body>".encode()
SIZE = 400_000_000


def bomb(piece: bytes, size: int) -> bytes:
    """A document whose main part is `size` bytes of `piece` over and over; never held unpacked by this test either."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts_of(plain()).items():
            if name != "word/document.xml":
                archive.writestr(name, content)
        chunk = piece * (1_000_000 // len(piece))
        with archive.open("word/document.xml", "w") as part:
            part.write(HEAD)
            for _ in range(size // len(chunk)):
                part.write(chunk)
            part.write(b"</w:body></w:document>")
    return stream.getvalue()


def flat_bomb() -> bytes:
    return bomb(b"a", SIZE)


def spread_bomb() -> bytes:
    """Paragraphs without end: few enough bytes for any single limit but that on a part of mark-up."""
    return bomb(b"<w:p><w:r><w:t>a</w:t></w:r></w:p>", 70_000_000)


def lying_bomb() -> bytes:
    """A part whose size in the directory is a lie."""
    data = flat_bomb()
    true = max(info.file_size for info in ZipFile(BytesIO(data)).infolist())
    return data.replace(true.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def nested_bomb() -> bytes:
    inner = zipped({f"{number}.bin": bytes(20_000_000) for number in range(8)})
    return with_part(plain(), "word/embeddings/oleObject1.bin", zipped({f"{n}.zip": inner for n in range(20)}))


MEASURED = """
import sys
from caitien.findings import CannotRead
from caitien.reading import read_plan
code = 0
try:
    read_plan(sys.argv[1])
except CannotRead as refusal:
    print(refusal)
    code = 2
status = open("/proc/self/status").read()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024, file=sys.stderr)
sys.exit(code)
"""


def measured(path: Path) -> tuple[int, str, int]:
    """(exit code, what was said, peak MB) of reading in a process of its own, ended after 30 seconds."""
    surroundings = os.environ | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, timeout=60, env=surroundings
    )
    return done.returncode, done.stdout.strip(), int(done.stderr.split()[-1])


@pytest.mark.parametrize("make", [flat_bomb, spread_bomb, lying_bomb])
def test_a_bomb_is_refused_in_little_memory(make: object, tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    path.write_bytes(make())  # type: ignore[operator]
    assert path.stat().st_size < 2_000_000
    code, line, megabytes = measured(path)
    assert code == 2 and line.count("\n") == 0
    assert megabytes < 500


def test_a_bomb_inside_an_embedded_file_is_never_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    path.write_bytes(nested_bomb())
    document = open_document(path, limits=Limits(unpacked_bytes=5_000_000))
    assert "Kế hoạch cải tiến chất lượng giáo dục" in list(document.texts())


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    assert "quá lớn" in refused(zipped(parts_of(plain()) | {f"word/{n}.xml": b"" for n in range(6000)}), tmp_path)


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    assert "quá giới hạn" in refused(plain(), tmp_path, limits=Limits(file_bytes=1000))


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine: its address, and every path that was asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


def docx_with_links(address: str) -> bytes:
    relations = parts_of(plain())["word/_rels/document.xml.rels"].decode()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="x{kind}" Type="{office}/{kind}" Target="{address}/{kind}" TargetMode="External"/>'
        for kind in ("image", "attachedTemplate", "styles", "numbering", "footnotes", "subDocument", "oleObject")
    )
    relations = relations.replace("<Relationship ", links + "<Relationship ", 1)
    return with_part(plain(), "word/_rels/document.xml.rels", relations.encode())


def rtf_with_links(address: str) -> bytes:
    picture = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}/picture.png" \\d}}{{\fldrslt x}}}}'
    text = rf'{{\field{{\*\fldinst INCLUDETEXT "{address}/text.docx"}}{{\fldrslt y}}}}'
    return rf"{{\rtf1\ansi {{\*\template {address}/template.dot}} Ke hoach {picture} {text}\par}}".encode()


def html_with_links(address: str) -> bytes:
    return f'<html><link href="{address}/a.css"><img src="{address}/a.png"><p>Kế hoạch</p></html>'.encode()


@pytest.mark.parametrize("make", [docx_with_links, rtf_with_links, html_with_links])
def test_nothing_outside_the_file_is_ever_fetched(make: object, tmp_path: Path) -> None:
    with listening() as (address, asked):
        path = tmp_path / "ke-hoach.doc"
        path.write_bytes(make(address))  # type: ignore[operator]
        document = open_document(path)
        assert any("ho" in text for text in document.texts())
        assert asked == []


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (picture("PNG"), Kind.PICTURE),
        (picture("JPEG"), Kind.PICTURE),
        (picture("TIFF"), Kind.PICTURE),
        (b"<html><body><table><tr><td>TT</td></tr></table></body></html>", Kind.HTML),
        ("\ufeff<!DOCTYPE html>\n<p>Kế hoạch".encode(), Kind.HTML),
        ("<html><p>Kế hoạch".encode("utf-16"), Kind.HTML),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x", Kind.HTML),
        (b"{\\rtf1\\ansi x}", Kind.RTF),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", Kind.PDF),
        ("KẾ HOẠCH\n<p>cải tiến</p>".encode(), Kind.TEXT),
        ("KẾ HOẠCH cải tiến".encode("utf-16"), Kind.TEXT),
        ("KẾ HOẠCH cải tiến chất lượng".encode("utf-16-le"), Kind.TEXT),
        ("KÕ ho¹ch c¶i tiÕn chÊt l\xadîng".encode("latin-1"), Kind.TEXT),
        ("# Kế hoạch\n\n| TT | Tiêu chí |".encode(), Kind.TEXT),
        (plain(), Kind.DOCX),
        (sheet(), Kind.XLSX),
    ],
    ids=count(),  # files written now bear the time: workers would not agree on their names
)
def test_what_a_file_is_is_told_by_its_content(data: bytes, kind: Kind) -> None:
    assert sniff(data) is kind


def test_old_formats_are_told_apart() -> None:
    assert [sniff(converted(suffix)) for suffix in ("odt", "doc", "rtf")] == [Kind.ODT, Kind.DOC, Kind.RTF]


def test_a_web_page_called_doc_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.doc"
    path.write_bytes("<html><body><p>Kế hoạch cải tiến</p></body></html>".encode())
    assert list(open_document(path).texts()) == ["Kế hoạch cải tiến"]


def test_a_bare_ampersand_is_mended_and_told(tmp_path: Path) -> None:
    parts = parts_of(plain())
    broken = parts["word/document.xml"].replace("cải tiến".encode(), b"XD&PT")
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(with_part(plain(), "word/document.xml", broken))
    document = open_document(path)
    assert "Kế hoạch XD&PT chất lượng giáo dục" in list(document.texts())
    assert [finding.name for finding in document.findings] == ["text-damaged"]
