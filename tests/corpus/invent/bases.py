"""What an invented plan cites: laws and circulars with number and date, and the school's own papers without."""

from typing import Any

from corpus.invent.random_choice import Choice
from corpus.invent.school import Setting
from corpus.words import words


def _day(iso: str, choice: Choice) -> str:
    year, month, day = iso.split("-")
    forms = (
        f"{day} tháng {int(month)} năm {year}",
        f"{day}/{int(month)}/{year}",
        f"{day}/{month}/{year}",
        f"{day} tháng {month} năm {year}",
    )
    return choice.one(forms)


def _cited(paper: list[str], choice: Choice) -> dict[str, Any]:
    kind, number, iso, about = paper
    dated = not choice.chance(0.08)
    comma = choice.weighted({"": 5, ",": 1})
    by = (
        ""
        if not about or number.endswith("UBND")
        else choice.one((" của Bộ Giáo dục và Đào tạo", " của Bộ trưởng Bộ Giáo dục và Đào tạo", " của Bộ GDĐT"))
    )
    text = (
        f"{kind} số {number}{comma}"
        + (f" ngày {_day(iso, choice)}" if dated else "")
        + by
        + (f" {about}" if about else "")
    )
    return {"text": text.removesuffix(","), "number": number, "type": kind, "date": iso if dated else None}


def _local(setting: Setting, choice: Choice) -> list[str]:
    number = choice.number(11, 2900)
    iso = f"{setting.first_year}-{choice.number(3, 8):02d}-{choice.number(1, 28):02d}"
    return choice.one(
        (
            ["Kế hoạch", f"{number}/KH-UBND", iso, "về nhiệm vụ năm học"],
            ["Quyết định", f"{number}/QĐ-UBND", iso, "về khung kế hoạch thời gian năm học"],
            ["Hướng dẫn", f"{number}/HD-SGDĐT", iso, "về công tác tự đánh giá"],
        )
    )


def _numbered(setting: Setting, choice: Choice) -> list[list[str]]:
    laws = words("laws")
    edition = setting.edition.split("+")[0]
    papers = [laws["circulars"]["TT57-2026" if edition.startswith("TT57") else edition]]
    if "TT22" in setting.edition:
        papers.append(laws["amended"])
    if not edition.startswith("TT57"):
        papers.append(laws["guidance"].get(setting.level, laws["guidance"]["other"]))
    extra = [laws["charters"].get(setting.level, laws["charters"]["other"]), *laws["any"], _local(setting, choice)]
    return papers + choice.some(extra, choice.number(0, 3))


def _unnumbered(setting: Setting, choice: Choice) -> list[dict[str, Any]]:
    before = f"{setting.first_year - 1} - {setting.first_year}"
    texts = choice.some(words("laws")["internal"], choice.number(1, 3))
    filled = [text.format(before=before, school=setting.name) for text in texts]
    return [{"text": text, "number": None, "type": text.split(" năm học")[0], "date": None} for text in filled]


def invent_bases(setting: Setting, choice: Choice) -> list[dict[str, Any]]:
    """The legal bases as in the plan's JSON, in the order of the document; texts without mark or final stop."""
    numbered = [_cited(paper, choice) for paper in _numbered(setting, choice)]
    internal = _unnumbered(setting, choice)
    return internal + numbered if choice.chance(0.4) else numbered + internal


def results_basis(setting: Setting) -> dict[str, Any]:
    """The basis under which a plan tells the counts of the year before."""
    text = (
        f"Kết quả thực hiện cải tiến chất lượng của nhà trường năm học {setting.first_year - 1} - {setting.first_year}"
    )
    return {"text": text, "number": None, "type": "Kết quả năm học trước", "date": None}
