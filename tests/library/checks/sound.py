"""Invented plans without faults: the faultless school at every level, its rows drawn from the words of the corpus."""

from typing import Any

from corpus.criteria import EDITIONS, criteria_of
from corpus.invent.items import phrase, proofs
from corpus.invent.random_choice import Choice
from corpus.invent.school import Setting, invent_setting
from library.checks.faultless import PLAN, changed

LEVELS = ("preschool", "primary", "lower_secondary", "upper_secondary")
_NAMES = {
    "preschool": ("Trường Mầm non Suối Ngọc", "MNSN"),
    "primary": ("Trường Tiểu học Suối Ngọc", "THSN"),
    "lower_secondary": ("Trường THCS Suối Ngọc", "THCSSN"),
    "upper_secondary": ("Trường THPT Suối Ngọc", "THPTSN"),
}
_TITLES = {"TT17-2018": "17/2018/TT-BGDĐT", "TT18-2018": "18/2018/TT-BGDĐT", "TT19-2018": "19/2018/TT-BGDĐT"}
_LEADS = ("Hiệu trưởng", "Phó hiệu trưởng", "Tổ trưởng chuyên môn", "Kế toán", "Văn thư")
_MONTHS = ("9/2024", "10/2024", "11/2024"), ("3/2025", "4/2025", "5/2025")


def sound_plan(seed: int, level: str) -> dict[str, Any]:
    """A plan of three to seven rows, as the contract's JSON."""
    choice = Choice("sound", seed, level)
    edition = EDITIONS[level]
    setting = invent_setting(level, edition, choice, five_years=False)
    criteria = choice.some(criteria_of(edition), choice.number(3, 7))
    name, short = _NAMES[level]
    return changed(
        {
            "school": {"name": name, "name_as_written": [name], "level": level, "abbreviation": short},
            "document": {"number": f"41/KH-{short}"},
            "framework": edition,
            "legal_bases": _bases(edition, level, short),
            "prior_results": {"levels": None, "text": "Tự đánh giá: còn các điểm yếu nêu trong bảng kế hoạch."},
            "recipients": ["Phòng GDĐT (để báo cáo)", "Các tổ chuyên môn (để thực hiện)", "Lưu: VT"],
            "items": [_row(criterion, setting, choice) for criterion in criteria],
        }
    )


def _bases(edition: str, level: str, short: str) -> list[dict[str, Any]]:
    number = _TITLES[edition]
    letter = "5942/BGDĐT-QLCL" if level == "preschool" else "5932/BGDĐT-QLCL"
    told = [(number, "Thông tư", "22/8/2018", "2018-08-22"), (letter, "Công văn", "28/12/2018", "2018-12-28")]
    rows = [
        {
            "text": f"{kind} số {number} ngày {day} của Bộ Giáo dục và Đào tạo;",
            "number": number,
            "type": kind,
            "date": iso,
        }
        for number, kind, day, iso in told
    ]
    own = PLAN["legal_bases"][-1]
    return [*rows, own | {"text": own["text"].replace("THSN", short), "number": f"30/BC-{short}"}]


def _row(criterion: Any, setting: Setting, choice: Choice) -> dict[str, Any]:
    (start, end), lead = (choice.one(months) for months in _MONTHS), choice.one(_LEADS)
    things, _ = proofs(criterion, setting, choice)
    weakness, target, work = (_said(kind, criterion, setting, choice) for kind in ("weak", "target", "do"))
    return {
        "standard": criterion.standard,
        "criterion": criterion.code,
        "criterion_title": criterion.title,
        "weakness": weakness,
        "target_result": target,
        "solution": work,
        "owner_text": f"{lead}; phối hợp: Tổ chuyên môn",
        "owners": [lead],
        "supporting": ["Tổ chuyên môn"],
        "time_text": f"Từ tháng {start} đến tháng {end}",
        "start": _iso(start),
        "end": _iso(end),
        "budget_text": "150.000.000 đồng (ngân sách nhà nước)",
        "budget_vnd": 150_000_000,
        "evidence_outputs": [*things, "Tờ trình và biên bản làm việc"],
    }


def _said(kind: str, criterion: Any, setting: Setting, choice: Choice) -> str:
    """A phrase of the corpus, whose kindergartens have a body of pupils that there is only in schools."""
    said = phrase(kind, criterion, setting, choice)
    return said.replace("Liên đội", "Chi đoàn") if setting.level == "preschool" else said


def _iso(month: str) -> str:
    number, year = month.split("/")
    return f"{year}-{int(number):02d}"
