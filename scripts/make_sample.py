"""The invented plan that `make run` reads, samples/ke-hoach-mau.docx; make_docs.py writes it.

The school does not exist. One sum and one time are written as people do who are not sure, so that the reading has
something to doubt. The same script gives the same bytes.
"""

import io
import zipfile
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from caitien.frameworks import load_framework

EDITION = "TT17-2018+TT22-2024"
WRITTEN_ON = datetime(2025, 9, 12)

HEADINGS = (
    "TT",
    "Tiêu chuẩn, tiêu chí",
    "Kết quả cần đạt (so với hiện trạng)",
    "Công việc/giải pháp cần thực hiện",
    "Chủ trì và phối hợp thực hiện",
    "Thời gian thực hiện và hoàn thành",
    "Dự kiến kinh phí",
    "Điều kiện hỗ trợ khác",
    "Ghi chú",
)
WIDTHS = (1.1, 3.4, 4.0, 5.2, 3.2, 2.6, 2.3, 2.5, 1.9)  # cm

# criterion → result, solution, owner, time, money, conditions, note
ITEMS = {
    "1.8": (
        "Mỗi tổ chuyên môn có ít nhất 02 chuyên đề được dạy thử và rút kinh nghiệm (năm trước: 01).",
        "- Các tổ đăng ký chuyên đề từ đầu năm.\n- Dạy thử, góp ý, sửa giáo án rồi dạy lại ở lớp khác.",
        "Phó hiệu trưởng phối hợp với tổ trưởng chuyên môn",
        "Từ tháng 10/2025 đến tháng 4/2026",
        "Không",
        "Phòng họp có máy chiếu",
        "",
    ),
    "2.2": (
        "100% giáo viên dùng được học liệu số trong ít nhất 04 tiết mỗi tháng.",
        "Mở ba buổi hướng dẫn nhỏ theo khối; giáo viên vững kèm giáo viên mới.",
        "Tổ trưởng chuyên môn, giáo viên Tin học",
        "Học kỳ I năm học 2025 - 2026",
        "4.500.000 đồng",
        "",
        "Kinh phí thường xuyên",
    ),
    "3.2": (
        "Có thêm một khu rửa tay 12 vòi cho học sinh điểm lẻ, hiện chỉ có 04 vòi.",
        "Khảo sát đường nước, lập dự toán, trình UBND xã cho phép sửa trong hè.",
        "Hiệu trưởng phối hợp với kế toán, Ban đại diện cha mẹ học sinh",
        "Từ tháng 3/2026 đến hết tháng 8/2026",
        "khoảng mấy chục triệu, chờ dự toán",
        "UBND xã Suối Ngọc",
        "Kinh phí không thường xuyên",
    ),
    "3.3": (
        "Thay 15 máy tính hỏng của phòng Tin học; đủ mỗi học sinh một máy trong giờ thực hành.",
        "Kiểm kê, thanh lý máy cũ, mua máy mới theo hai đợt.",
        "Hiệu trưởng, kế toán",
        "Năm học 2025 - 2026 và những năm tiếp theo",
        "180 triệu đồng",
        "Các doanh nghiệp trên địa bàn",
        "",
    ),
    "4.1": (
        "Mỗi lớp có sổ liên lạc điện tử; ít nhất 90% cha mẹ học sinh đọc tin trong tuần.",
        "Hướng dẫn cha mẹ học sinh cài đặt ngay trong buổi họp đầu năm; nhắc lại giữa kỳ.",
        "Giáo viên chủ nhiệm",
        "Hằng tháng",
        "Không",
        "Ban đại diện cha mẹ học sinh các lớp",
        "",
    ),
    "5.3": (
        "Thêm hai câu lạc bộ (đọc sách, cờ vua), mỗi câu lạc bộ có ít nhất 25 học sinh.",
        "Khảo sát sở thích, mời người hướng dẫn, sinh hoạt vào chiều thứ Sáu.",
        "Tổng phụ trách Đội phối hợp với nhân viên thư viện",
        "Khi sắp xếp được lịch",
        "6.000.000 đồng",
        "Thư viện mở cửa buổi chiều",
        "",
    ),
}
PURPOSES = (
    "Khắc phục các điểm yếu mà Hội đồng tự đánh giá đã chỉ ra, trước hết ở cơ sở vật chất và sử dụng học liệu số.",
    "Mỗi nội dung có người chịu trách nhiệm, có thời hạn và có cách nhận biết kết quả.",
)
BASES = (
    "Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018 của Bộ Giáo dục và Đào tạo;",
    "Thông tư số 22/2024/TT-BGDĐT ngày 10/12/2024 của Bộ Giáo dục và Đào tạo;",
    "Báo cáo tự đánh giá năm học 2024 - 2025 của Trường Tiểu học Hoa Gạo;",
    "Điều kiện thực tế của nhà trường và của xã Suối Ngọc.",
)
DUTIES = {
    "Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá": (
        "Phân công người phụ trách từng nội dung, duyệt dự toán.",
        "Nghe báo cáo tiến độ vào tuần cuối mỗi tháng.",
    ),
    "Các thành viên Hội đồng tự đánh giá": (
        "Thực hiện nội dung được giao và lưu minh chứng theo từng tiêu chí.",
        "Đề xuất điều chỉnh khi gặp khó khăn.",
    ),
    "Tổ giám sát": ("Đối chiếu việc đã làm với kế hoạch, ghi biên bản mỗi học kỳ một lần.",),
}
RECIPIENTS = ("UBND xã Suối Ngọc (để báo cáo);", "Các thành viên Hội đồng tự đánh giá;", "Lưu: VT.")


def sample() -> bytes:
    """The plan as a Word file."""
    word = Document()
    word.styles["Normal"].font.name = "Times New Roman"
    word.styles["Normal"].font.size = Pt(13)
    head(word)
    parts_before_the_table(word)
    lay(word.add_section(WD_SECTION.NEW_PAGE), landscape=True)
    heading(word, "III. NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC")
    plan_table(word)
    lay(word.add_section(WD_SECTION.NEW_PAGE), landscape=False)
    parts_after_the_table(word)
    return packed(word)


def head(word: Any) -> None:
    lay(word.sections[0], landscape=False)
    left = ("UBND XÃ SUỐI NGỌC", "TRƯỜNG TIỂU HỌC HOA GẠO", "Số: 38/KH-THHG")
    right = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Suối Ngọc, ngày 12 tháng 9 năm 2025",
    )
    cells = word.add_table(rows=1, cols=2).rows[0].cells
    fill(cells[0], left, centred=True)
    fill(cells[1], right, centred=True)
    for title in ("KẾ HOẠCH", "Cải tiến chất lượng giáo dục", "Năm học 2025 - 2026"):
        heading(word, title, centred=True)


def parts_before_the_table(word: Any) -> None:
    heading(word, "I. MỤC ĐÍCH, YÊU CẦU")
    for number, text in enumerate(PURPOSES, 1):
        word.add_paragraph(f"{number}. {text}")
    heading(word, "II. CĂN CỨ XÂY DỰNG KẾ HOẠCH")
    for number, text in enumerate(BASES, 1):
        word.add_paragraph(f"{number}. {text}")


def plan_table(word: Any) -> None:
    framework = load_framework(EDITION)
    table = word.add_table(rows=1, cols=len(HEADINGS))
    table.style, table.autofit = "Table Grid", False
    for cell, text in zip(table.rows[0].cells, HEADINGS, strict=True):
        fill(cell, [text], bold=True, centred=True)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for standard in framework.standards:
        cells = table.add_row().cells
        fill(cells[0], [str(standard.number)], centred=True)
        fill(cells[1].merge(cells[-1]), [f"Tiêu chuẩn {standard.number}: {standard.title}"], bold=True)
        for criterion in standard.criteria:
            if criterion.code in ITEMS:
                texts = ("", f"Tiêu chí {criterion.code}: {criterion.title}", *ITEMS[criterion.code])
                for cell, text in zip(table.add_row().cells, texts, strict=True):
                    fill(cell, text.split("\n"))
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)


def parts_after_the_table(word: Any) -> None:
    heading(word, "IV. TỔ CHỨC THỰC HIỆN")
    for number, (party, duties) in enumerate(DUTIES.items(), 1):
        heading(word, f"{number}. {party}")
        for duty in duties:
            word.add_paragraph(f"- {duty}")
    word.add_paragraph(
        "Trên đây là Kế hoạch cải tiến chất lượng giáo dục năm học 2025 - 2026; đề nghị các bộ phận, cá nhân thực hiện,"
        " có vướng mắc thì báo ngay cho Hội đồng tự đánh giá."
    )
    cells = word.add_table(rows=1, cols=2).rows[0].cells
    fill(cells[0], ["Nơi nhận:", *(f"- {recipient}" for recipient in RECIPIENTS)])
    fill(cells[1], ["HIỆU TRƯỞNG", "", "", "Đinh Thị Thu Nhạn"], bold=True, centred=True)


def heading(word: Any, text: str, *, centred: bool = False) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(text).bold = True
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def fill(cell: Any, lines: Any, *, bold: bool = False, centred: bool = False) -> None:
    """Put each line into a paragraph of its own."""
    for at, line in enumerate(lines):
        paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
        paragraph.add_run(line).bold = bold
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def lay(section: Any, *, landscape: bool) -> None:
    """A4 with margins of 2 cm, upright or lying."""
    short, long = Cm(21.0), Cm(29.7)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(
        2 if not landscape else 1.5
    )


def packed(word: Any) -> bytes:
    """The Word file with the date of the plan on everything in it, so that the bytes depend on nothing else."""
    properties = word.core_properties
    properties.author, properties.title, properties.comments = "caitien", "Kế hoạch mẫu", ""
    properties.created = properties.modified = WRITTEN_ON
    word.save(loose := io.BytesIO())
    out = io.BytesIO()
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, WRITTEN_ON.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts.read(name))
    return out.getvalue()
