"""An invented plan as blocks, and what pypdfium2 sees in the PDF that is written from it."""

from contextlib import closing
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from caitien.blocks import Block, Cell, Document, Pair, Paragraph, Row, Style, Table
from library.layouts.plans import NINE

WIDTHS = (4.0, 14.0, 12.0, 24.0, 13.0, 11.0, 8.0, 8.0, 6.0)
WORKS = (
    "- Lập danh mục sách, thiết bị còn thiếu của từng khối lớp, gửi tổ chuyên môn góp ý trước khi mua sắm.",
    "- Mở lớp bồi dưỡng buổi chiều cho giáo viên về đánh giá học sinh theo năng lực.",
    "- Sửa lại mái che, lối đi và chỗ rửa tay ở sân sau.",
    "- Mời cha mẹ học sinh dự giờ, ghi ý kiến vào sổ liên lạc và trả lời từng ý kiến trong tuần.",
)
LETTERS = "".join(
    letter + letter.upper()
    for letter in "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
)


class Piece(NamedTuple):
    """A run of text on a page: its face, whether the file holds the face, its size in pt and its box from the top."""

    page: int
    text: str
    face: str
    embedded: bool
    size: float
    left: float
    top: float
    right: float
    bottom: float


def said(text: str, style: Style = Style.TEXT) -> Paragraph:
    return Paragraph(text, style=style)


def head(school: str = "TRƯỜNG TIỂU HỌC HOA MAI") -> Pair:
    left = (("UBND PHƯỜNG AN BÌNH", Style.GOVERNING_BODY), (school, Style.SCHOOL), ("Số: 05/KH-THHM", Style.NUMBER))
    right = (
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Style.NATION),
        ("Độc lập - Tự do - Hạnh phúc", Style.MOTTO),
        ("An Bình, ngày 05 tháng 9 năm 2025", Style.PLACE_DATE),
    )
    return Pair(tuple(said(*one) for one in left), tuple(said(*one) for one in right))


def foot() -> Pair:
    left = (
        ("Nơi nhận:", Style.RECIPIENTS_TITLE),
        ("- UBND phường (để b/c);", Style.RECIPIENT),
        ("- Lưu: VT.", Style.RECIPIENT),
    )
    right = (
        ("KT. HIỆU TRƯỞNG", Style.SIGNER_TITLE),
        ("PHÓ HIỆU TRƯỞNG", Style.SIGNER_TITLE),
        ("Lê Thị Mẫu", Style.SIGNER_NAME),
    )
    return Pair(tuple(said(*one) for one in left), tuple(said(*one) for one in right))


def band(text: str, width: int = 9) -> Row:
    return Row((Cell(text, 0, width, bold=True),), is_band=True)


def row(*texts: str) -> Row:
    return Row(tuple(Cell(text, at) for at, text in enumerate(texts)))


def plan_table(items: int, rows_a_band: int = 5) -> Table:
    heads = Row(tuple(Cell(text, at, bold=True) for at, text in enumerate(NINE)), is_header=True)
    rows = [heads, band("MỨC 1, 2, 3")]
    for n in range(items):
        if n % rows_a_band == 0:
            rows.append(band(f"Tiêu chuẩn {n // rows_a_band + 1}: Việc chung số {n // rows_a_band + 1}"))
        works = "\n".join(WORKS[(n + k) % 4] for k in range(1 + n * 7 % 4))
        money = ("không", "3.500.000 đồng", "")[n % 3]
        owner = "Chủ trì: Phó Hiệu trưởng\nPhối hợp: Tổ trưởng chuyên môn"
        time = "Từ tháng 9/2025 đến tháng 5/2026"
        code = f"Tiêu chí {n // rows_a_band + 1}.{n % rows_a_band + 1}: Tên gọi số {n + 1}"
        rows.append(row(str(n + 1), code, "Đạt mức 3", works, owner, time, money, "", "Việc mới" if n % 4 == 0 else ""))
    return Table(tuple(rows), widths=WIDTHS, landscape=True)


def plan(items: int = 30, school: str = "TRƯỜNG TIỂU HỌC HOA MAI") -> Document:
    blocks: tuple[Block, ...] = (
        head(school),
        said("KẾ HOẠCH", Style.KIND),
        said("Cải tiến chất lượng giáo dục năm học 2025 - 2026", Style.SUBJECT),
        said("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", Style.BASIS),
        said("I. MỤC ĐÍCH, YÊU CẦU", Style.PART),
        said("1. Mục đích", Style.POINT),
        *(said(text, Style.LIST) for text in WORKS * 3),
        said("2. Yêu cầu", Style.POINT),
        *(said(text, Style.LIST) for text in WORKS),
        said("II. NỘI DUNG", Style.PART),
        said("Các công việc của năm học như sau:"),
        plan_table(items),
        said("III. TỔ CHỨC THỰC HIỆN", Style.PART),
        *(said(text, Style.LIST) for text in WORKS * 3),
        said("Trên đây là kế hoạch của nhà trường./."),
        foot(),
    )
    return Document(blocks, "plan", title="Kế hoạch cải tiến chất lượng năm học 2025 - 2026")


def pieces(pdf: bytes) -> list[Piece]:
    """Every run of text of the file, page by page."""
    found = []
    with closing(pypdfium2.PdfDocument(pdf)) as file:
        for number, page in enumerate(file, start=1):
            words = page.get_textpage()
            height = page.get_height()
            found += [
                _piece(number, one, words, height)
                for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], textpage=words)
            ]
    return found


def sizes_of_pages(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in mm."""
    with closing(pypdfium2.PdfDocument(pdf)) as file:
        return [(round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4)) for page in file]


def text_of(pdf: bytes) -> str:
    """All text of the file without blanks and places where a line may end."""
    with closing(pypdfium2.PdfDocument(pdf)) as file:
        text = "".join(page.get_textpage().get_text_bounded() for page in file)
    text = text.replace("\x02", "-")  # how pdfium tells a hyphen at a line's end
    return "".join(text.replace("\u200b", "").split())


def _piece(number: int, one: Any, words: Any, height: float) -> Piece:
    left, low, right, high = one.get_bounds()
    font = one.get_font()
    return Piece(
        number,
        one.extract(),
        font.get_base_name(),
        bool(font.is_embedded),
        round(one.get_font_size(), 1),
        left,
        height - high,
        right,
        height - low,
    )
