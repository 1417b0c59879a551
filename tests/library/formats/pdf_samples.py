"""Invented documents as PDF and as scans: drawn by typst or LibreOffice, degraded with numpy."""

import json
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import typst
from PIL import Image

from caitien.blocks import Document, Paragraph, Table
from caitien.formats import Limits

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "node_modules" / "@expo-google-fonts" / "tinos"

HEADINGS = [
    "TT",
    "Tiêu chuẩn, tiêu chí",
    "Kết quả cần đạt",
    "Công việc/giải pháp cần thực hiện",
    "Chủ trì và phối hợp",
    "Thời gian thực hiện",
    "Dự kiến kinh phí",
]

HEAD = """
#set page(paper: "a4", flipped: true, margin: (left: 3cm, right: 1.5cm, y: 2cm), header: context {
  if counter(page).get().first() > 1 { align(center, counter(page).display()) }
})
#set text(font: "Tinos", size: 12pt, lang: "vi")
#let d = json("data.json")
#let lines(t) = t.split("\\n").map(x => par(x)).join()
#grid(columns: (2fr, 3fr), align: center,
  [UBND PHƯỜNG AN BÌNH \\ *TRƯỜNG TIỂU HỌC HOA MAI* \\ Số: 12/KH-THHM],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc* \\ _An Bình, ngày 05 tháng 9 năm 2025_])
#align(center)[*KẾ HOẠCH* \\ *Cải tiến chất lượng giáo dục năm học 2025 - 2026*]
#set par(justify: true, first-line-indent: (amount: 1cm, all: true))

*I. MỤC ĐÍCH, YÊU CẦU*

Nhà trường khắc phục những điểm yếu đã nêu trong báo cáo tự đánh giá, phát huy điểm mạnh, từng bước nâng cao chất
lượng chăm sóc và giáo dục học sinh của nhà trường trong năm học này.

Kế hoạch được phổ biến đến toàn thể cán bộ, giáo viên và nhân viên để cùng thực hiện.

*III. NỘI DUNG KẾ HOẠCH*
#set par(justify: false, first-line-indent: 0pt, spacing: 0.65em)
"""
TABLE = """
#table(columns: (1.1cm, 3fr, 3fr, 5fr, 2.6fr, 2.6fr, 2fr),
  table.header(..d.head.map(h => align(center, strong(h)))),
  ..d.rows.map(r => if type(r) == str { (table.cell(colspan: 7, align(center, strong(r))),) }
                    else { r.map(lines) }).flatten())
"""
TAIL = """
#set par(spacing: 1.2em)
#grid(columns: (1fr, 1fr), [*Nơi nhận:* \\ - Phòng Giáo dục và Đào tạo; \\ - Lưu: VT.],
  align(center)[*HIỆU TRƯỞNG* \\ \\ \\ *Lê Thị Mẫu*])
"""

Row = list[str] | str


def typeset(source: str, data: Any, folder: Path) -> bytes:
    """A PDF from typst source; `data` is what it reads as data.json."""
    (folder / "data.json").write_text(json.dumps(data), "utf-8")
    (folder / "main.typ").write_text(source, "utf-8")
    pdf: bytes = typst.compile(str(folder / "main.typ"), font_paths=[str(FONTS)], ignore_system_fonts=True)
    return pdf


def plan_pdf(rows: list[Row], folder: Path) -> bytes:
    return typeset(HEAD + TABLE + TAIL, {"head": HEADINGS, "rows": rows}, folder)


def items(count: int) -> list[Row]:
    """Rows of a plan that fill several pages: bullets, cut rows, empty cells, a band before each five rows."""
    works = [
        "Rà soát, bổ sung quy hoạch phát triển nhà trường phù hợp với điều kiện thực tế của địa phương.",
        "Tổ chức bồi dưỡng thường xuyên cho giáo viên về đổi mới phương pháp dạy học và kiểm tra, đánh giá học sinh.",
        "Tham mưu với Ủy ban nhân dân phường đầu tư, sửa chữa phòng học, khu vệ sinh và sân chơi cho học sinh.",
        "Phối hợp với Ban đại diện cha mẹ học sinh huy động nguồn lực xã hội hóa mua sắm thiết bị dạy học.",
    ]
    rows: list[Row] = []
    for n in range(count):
        if n % 5 == 0:
            rows.append(f"Tiêu chuẩn {n // 5 + 1}: Nội dung của tiêu chuẩn thứ {n // 5 + 1}")
        chosen = [f"- {works[(n + k) % 4]}" for k in range(1 + n % 4)]
        time = "Từ tháng 9/2025 đến tháng 5/2026" if n % 2 else "Tháng 9 năm 2025\nTháng 5 năm 2026"
        money = ("không", "3.500.000 đồng", "")[n % 3]
        owner = "Phó Hiệu trưởng, Tổ trưởng chuyên môn" if n % 2 else "Hiệu trưởng"
        code = f"Tiêu chí {n // 5 + 1}.{n % 5 + 1}: Công tác quản lý số {n + 1}"
        rows.append([str(n + 1), code, f"Đạt mức {n % 3 + 1}", "\n".join(chosen), owner, time, money])
    return rows


def converted(word_file: bytes, folder: Path, options: dict[str, str] | None = None) -> bytes:
    """A Word file as PDF, by LibreOffice; `options` are those of its PDF export."""
    named = {k: {"type": "boolean" if v == "true" else "string", "value": v} for k, v in (options or {}).items()}
    source = folder / "source.docx"
    source.write_bytes(word_file)
    target = f"pdf:writer_pdf_Export:{json.dumps(named)}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf").read_bytes()


def scanned(pdf: bytes, *, dpi: int = 200, skew: float = 0.5, noise: float = 8.0, turns: int = 0) -> list[Image.Image]:
    """The pages as a scanner would give them: turned askew, grey, noisy, through JPEG."""
    dice = np.random.default_rng(7)
    out = []
    for page in pypdfium2.PdfDocument(pdf):
        image = page.render(scale=dpi / 72, grayscale=True).to_pil()
        image = image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
        grey = np.asarray(image, dtype=np.float32) * 0.9 + 14 + dice.normal(0, noise, (image.height, image.width))
        image = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).rotate(90 * turns, expand=True)
        packed = BytesIO()
        image.save(packed, "JPEG", quality=75)
        out.append(Image.open(packed))
    return out


def picture_pdf(pages: list[Image.Image], dpi: int = 200) -> bytes:
    """A PDF that holds nothing but pictures."""
    out = BytesIO()
    first, *others = [page.copy() for page in pages]
    first.save(out, "PDF", save_all=True, append_images=others, resolution=dpi)
    return out.getvalue()


def read(module: Any, data: bytes, **limits: int) -> Document:
    document: Document = module.read(data, limits=Limits(**limits), progress=lambda done, total, what: None)
    return document


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def ruled(document: Document) -> list[Table]:
    return [table for table in tables(document) if table.bordered]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def cells(table: Table) -> list[list[str]]:
    return [list(row.texts) for row in table.rows]


def one_line(text: str) -> str:
    return " ".join(text.split())
