"""Small files of the demonstration, made by code: a page as PDF, a picture."""

import struct
import zlib
from datetime import date
from functools import cache

from django.core.files.base import ContentFile

from caitien import write_paper
from caitien.layouts.paper import Column as PaperColumn
from caitien.layouts.paper import Grid, OfficialPaper, Points, Section, Signature, Text

WIDE, HIGH = 320, 240
Colour = tuple[int, int, int]
SKIES: tuple[Colour, ...] = ((173, 206, 232), (226, 214, 186), (196, 222, 202))


def a_pdf(name: str) -> "ContentFile[bytes]":
    """Minutes of a page; the same for everybody."""
    return ContentFile(_minutes(), name)


def a_photo(name: str, seed: int) -> "ContentFile[bytes]":
    """A school yard under one of three skies."""
    return ContentFile(_picture(SKIES[seed % len(SKIES)]), name)


@cache
def _minutes() -> bytes:
    paper = OfficialPaper(
        kind="Biên bản",
        subject="Đối chiếu kết quả thực hiện nội dung cải tiến",
        unit="Trường mẫu",
        governing_body="Đơn vị mẫu",
        place="Bến Nước",
        number="…/BB-TM",
        signed_on=date(2026, 1, 9),
        content=(
            Section("Thành phần", (Points(("Đại diện tổ giám sát", "Người phụ trách nội dung")),)),
            Section(
                "Kết quả",
                (
                    Text("Hai bên cùng xem hồ sơ, sổ theo dõi và thống nhất số đo như sau:"),
                    Grid((PaperColumn("Lần đo", 1), PaperColumn("Kết quả", 3)), (("1", "Đầu kỳ"), ("2", "Cuối kỳ"))),
                ),
            ),
        ),
        recipients=("Lưu: VT",),
        signature=Signature("Người lập", ""),
    )
    return write_paper(paper, ".pdf")


@cache
def _picture(sky: Colour) -> bytes:
    """A PNG without a picture library: a yard, a house with a roof, a flag."""
    rows = b"".join(b"\0" + b"".join(bytes(colour) * width for colour, width in _row(y, sky)) for y in range(HIGH))
    head = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _row(y: int, sky: Colour) -> list[tuple[Colour, int]]:
    """A row of the picture as runs of one colour."""
    ground = (186, 178, 150) if y >= 180 else sky
    pole: list[tuple[Colour, int]] = [(ground, 40), ((110, 110, 110) if 60 < y < 200 else ground, 2)]
    pole.append(((196, 52, 45) if 62 <= y < 80 else ground, 26))
    half = min(100, max(0, 2 * (y - 62))) if y < 112 else 90 if y < 180 else 0
    wall: list[tuple[Colour, int]] = [((168, 84, 62) if y < 112 else (240, 226, 190), 2 * half)]
    if 128 < y < 150:
        wall = [((240, 226, 190), 16), ((120, 150, 176), 14)] * 6
    return [*pole, (ground, 122 - half), *wall, (ground, WIDE - 190 - half)]
