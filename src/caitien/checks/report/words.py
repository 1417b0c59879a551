"""How reports name what findings carry: severities, parts of the document, fields, places, counts."""

import re
from datetime import date

from caitien.checks.report import Report
from caitien.findings import Finding, Position, Severity
from caitien.plan import Plan
from caitien.vietnamese.dates import say_day
from caitien.vietnamese.fold import fold
from caitien.vietnamese.years import say_years

SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.HINT: "gợi ý"}
SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.HINT: "○"}
PARTS = {
    "header": "Phần đầu văn bản",
    "bases": "Căn cứ",
    "purposes": "Mục đích, yêu cầu",
    "results": "Kết quả tự đánh giá, kết quả năm trước",
    "targets": "Mục tiêu, tiêu chí cần cải tiến",
    "items": "Bảng kế hoạch",
    "organisation": "Tổ chức thực hiện, theo dõi",
    "closing": "Phần cuối: nơi nhận, chữ ký",
    "text": "Toàn văn bản",
}
FIELDS = {
    "standard": "tiêu chuẩn",
    "criterion": "tiêu chí",
    "criterion_title": "tên tiêu chí",
    "weakness": "điểm yếu",
    "improvement": "nội dung cải tiến",
    "target_result": "kết quả cần đạt",
    "task": "công việc",
    "solution": "giải pháp",
    "indicators": "chỉ số",
    "owner_text": "người thực hiện",
    "owners": "người thực hiện",
    "supporting": "phối hợp",
    "time_text": "thời gian",
    "start": "thời gian",
    "end": "thời gian",
    "recurrence": "thời gian",
    "budget_text": "kinh phí",
    "budget_vnd": "kinh phí",
    "funding_source": "nguồn kinh phí",
    "support_conditions": "điều kiện hỗ trợ",
    "support_parties": "điều kiện hỗ trợ",
    "resources": "nguồn lực",
    "evidence_outputs": "minh chứng",
    "progress": "tiến độ",
    "note": "ghi chú",
}


def place_in_words(finding: Finding) -> str:
    """Where a finding stands, beyond what its message names: "Cột kinh phí (trang 4, hàng 12)"; "" where nothing is."""
    place = finding.place
    said = finding.message.casefold()
    item = f"mục {place.item + 1}" if place.item is not None else ""
    criterion = f"tiêu chí {place.criterion}" if place.criterion else ""
    column = f"cột {FIELDS[place.field]}" if place.field in FIELDS and place.part == "items" else ""
    names = [column, *(name for name in (item, criterion) if not re.search(rf"{re.escape(name)}(?!\d)", said))]
    where = ", ".join(name for name in names if name)
    position = position_in_words(finding.position)
    both = f"{where} ({position})" if where and position else where or position
    return both[:1].upper() + both[1:]


def position_in_words(position: Position | None) -> str:
    """Where in the file something stands: "trang 4, bảng 1, hàng 12"; "" where that is not known."""
    if position is None:
        return ""
    names = (("page", "trang"), ("table", "bảng"), ("row", "hàng"), ("paragraph", "đoạn"), ("line", "dòng"))
    return ", ".join(f"{name} {getattr(position, count)}" for count, name in names if getattr(position, count))


def title_of(report: Report) -> str:
    """What the checked document is called: its kind, subject and years, "Kế hoạch cải tiến … năm học 2024 - 2025"."""
    subject = report.plan.document.subject or "cải tiến chất lượng giáo dục"
    title = subject if fold(subject).startswith("ke hoach") else f"Kế hoạch {subject[:1].lower()}{subject[1:]}"
    name, years = _years(report.plan)
    return f"{title} {name.lower()} {years}" if years and years[:4] not in title else title


def counted(report: Report) -> str:
    """The counts in one line: "3 lỗi, 12 cảnh báo, 8 gợi ý; 2 đã bỏ qua có lý do"."""
    counts = [f"{report.counts[severity]} {SEVERITIES[severity]}" for severity in SEVERITIES if report.counts[severity]]
    said = ", ".join(counts) or "Không có lỗi, cảnh báo hay gợi ý nào"
    return said + (f"; {len(report.set_aside)} đã bỏ qua có lý do" if report.set_aside else "")


def verdict(report: Report) -> str:
    """What the counts mean for who is to sign."""
    errors, warnings = report.counts[Severity.ERROR], report.counts[Severity.WARNING]
    if errors:
        return f"Kế hoạch còn {errors} lỗi cần sửa trước khi ký."
    if warnings:
        return f"Không còn lỗi; có {warnings} cảnh báo nên xem lại trước khi ký."
    return "Không có lỗi hay cảnh báo nào."


def particulars(plan: Plan) -> list[tuple[str, str]]:
    """What tells the document, as far as it is known: school, number and date, subject, school year."""
    document = plan.document
    number = ", ".join(text for text in (document.number or "", _day_text(document.date)) if text)
    rows = (
        ("Trường", plan.school.name or ""),
        ("Cơ quan chủ quản", plan.school.governing_body or ""),
        ("Số, ngày", number),
        ("Về việc", document.subject or ""),
        _years(plan),
    )
    return [(name, text) for name, text in rows if text]


def _years(plan: Plan) -> tuple[str, str]:
    """The school year, or the years of a longer plan, under their name."""
    year, period = plan.document.school_year, plan.document.period
    if period and period.to_year - period.from_year > 1:
        return "Giai đoạn", f"{period.from_year} - {period.to_year}"
    return "Năm học", say_years(year) if year else f"{period.from_year} - {period.to_year}" if period else ""


def _day_text(day: str | None) -> str:
    try:
        return say_day(date.fromisoformat(day or ""))
    except ValueError:
        return ""


def judged_on(report: Report) -> str:
    """The day that law was judged on, in a sentence."""
    if report.on is None:
        return "Không rõ ngày của văn bản nên chưa xét được hiệu lực của văn bản pháp luật; chọn ngày bằng --on."
    return f"Xét theo quy định vào ngày {say_day(report.on)}."


def notes(report: Report) -> list[str]:
    """What else the reader of a report must know: doubts of reading, entries set aside in vain."""
    lines = [f"{report.doubts} chỗ còn nghi ngờ khi đọc: xem caitien read."] if report.doubts else []
    return lines + [
        f"Mục bỏ qua không khớp với lỗi nào, có thể xóa: {entry.described()}." for entry in report.without_effect
    ]
