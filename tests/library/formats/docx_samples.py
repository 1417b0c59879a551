"""An invented plan as blocks, as composing hands it to the writers."""

from caitien.blocks import Block, Cell, Document, Pair, Paragraph, Row, Style, Table

HEADINGS = (
    "TT",
    "Tiêu chuẩn, tiêu chí",
    "Kết quả cần đạt",
    "Công việc/giải pháp cần thực hiện",
    "Chủ trì và phối hợp thực hiện",
    "Thời gian thực hiện và hoàn thành",
    "Dự kiến kinh phí",
    "Điều kiện hỗ trợ khác",
    "Ghi chú",
)
WIDTHS = (4.0, 12.0, 15.0, 26.0, 12.0, 11.0, 6.0, 8.0, 6.0)
WORK = (
    "- Rà soát phương hướng phát triển nhà trường theo tình hình mới của địa phương.\n"
    "- Lấy ý kiến của giáo viên, nhân viên và cha mẹ học sinh.\n- Công bố trên trang thông tin của trường."
)
TEXT = "Nhà trường phân công rõ người, rõ việc, rõ thời gian và rõ kết quả; định kỳ rà soát, điều chỉnh cho phù hợp."


def paragraphs(style: Style, *texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text, style=style) for text in texts)


def table_of(rows: int = 4, solution: str = WORK) -> Table:
    """The nine-column table on its side: head, level, a standard every four rows."""
    made = [Row(tuple(Cell(text, column, bold=True) for column, text in enumerate(HEADINGS)), is_header=True)]
    made.append(Row((Cell("MỨC 1, 2, 3", 0, len(HEADINGS), bold=True),), is_band=True))
    for number in range(rows):
        if number % 4 == 0:
            standard = f"Tiêu chuẩn {number // 4 + 1}: Tổ chức và quản lý nhà trường"
            band = (Cell(str(number // 4 + 1), 0, bold=True), Cell(standard, 1, len(HEADINGS) - 1, bold=True))
            made.append(Row(band, is_band=True))
        texts = ("", f"Tiêu chí 1.{number % 10 + 1}", "Giữ vững kết quả đạt Mức 2", solution, "Hiệu trưởng",
                 "Tháng 9/2026", "125.000.000", "Không", "")  # fmt: skip
        made.append(Row(tuple(Cell(text, column) for column, text in enumerate(texts))))
    return Table(tuple(made), widths=WIDTHS, landscape=True)


def official(school: str = "TRƯỜNG TIỂU HỌC SÔNG XANH", *, rows: int = 4, solution: str = WORK) -> Document:
    """A whole plan of an invented primary school."""
    head = Pair(
        (
            *paragraphs(Style.GOVERNING_BODY, "UBND XÃ SÔNG XANH"),
            *paragraphs(Style.SCHOOL, school),
            *paragraphs(Style.NUMBER, "Số: 05/KH-THSX"),
        ),
        (
            *paragraphs(Style.NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            *paragraphs(Style.MOTTO, "Độc lập - Tự do - Hạnh phúc"),
            *paragraphs(Style.PLACE_DATE, "Sông Xanh, ngày 05 tháng 9 năm 2026"),
        ),
    )
    foot = Pair(
        (
            *paragraphs(Style.RECIPIENTS_TITLE, "Nơi nhận:"),
            *paragraphs(Style.RECIPIENT, "- UBND xã (để b/c);", "- Lưu: VT."),
        ),
        (
            *paragraphs(Style.SIGNER_TITLE, "HIỆU TRƯỞNG"),
            *paragraphs(Style.SIGNER_NAME, "Nguyễn Thị Ánh Dương"),
        ),
    )
    blocks: tuple[Block, ...] = (
        head,
        *paragraphs(Style.KIND, "KẾ HOẠCH"),
        *paragraphs(Style.SUBJECT, "Cải tiến chất lượng giáo dục năm học 2026 - 2027"),
        *paragraphs(Style.BASIS, "Căn cứ Báo cáo tự đánh giá năm học 2025 - 2026 của nhà trường,"),
        *paragraphs(Style.PART, "I. MỤC ĐÍCH, YÊU CẦU"),
        *paragraphs(Style.POINT, "1. Mục đích"),
        *paragraphs(Style.TEXT, TEXT),
        *paragraphs(Style.LIST, f"- {TEXT}"),
        *paragraphs(Style.PART, "II. NỘI DUNG"),
        *paragraphs(Style.TEXT, "Nội dung cụ thể như sau:"),
        table_of(rows, solution),
        *paragraphs(Style.PART, "III. TỔ CHỨC THỰC HIỆN"),
        *paragraphs(Style.TEXT, f"{TEXT}/."),
        foot,
    )
    return Document(blocks, "plan", title="Kế hoạch cải tiến chất lượng giáo dục năm học 2026 - 2027")
