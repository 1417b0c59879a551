"""Which edition of the standards a plan follows: the circular it cites, else the one in force on its day."""

import re
from datetime import date

from caitien.findings import Finding, Place, doubt
from caitien.frameworks import all_frameworks, framework_for
from caitien.frameworks.model import Framework
from caitien.plan import Plan


def edition_of(plan: Plan, texts: list[str]) -> tuple[str | None, tuple[Finding, ...]]:
    """The edition's id, with a finding where citation, level and date do not agree or leave it open."""
    cited = _cited(" ".join(basis.text for basis in plan.legal_bases)) or _cited(" ".join(texts))
    day = _day(plan)
    candidates = [edition for edition in all_frameworks() if edition.id.split("+")[0] in cited]
    fitting = [
        edition for edition in candidates if plan.school.level is None or plan.school.level in edition.school_levels
    ]
    if plan.form == "tt57-bieu2" and not fitting and day is None:
        day = date(2026, 9, 1)
    chosen = _of_its_day(fitting or candidates, day)
    if chosen is not None:
        return chosen.id.split("+")[0] if "+" not in chosen.id else chosen.id, ()
    return _by_level(plan, day)


def _cited(text: str) -> set[str]:
    """Editions whose circular is named in the text: "Thông tư 17/2018/TT-BGDĐT", "TT 17/2018"."""
    squeezed = re.sub(r"\s+", "", text).replace("Ð", "Đ").upper()
    return {edition.id.split("+")[0] for edition in all_frameworks() if _serial(edition) in squeezed}


def _serial(edition: Framework) -> str:
    """Serial and year of the edition's circular, "17/2018", from its id "TT17-2018"."""
    match = re.match(r"TT(\d+)-(\d{4})", edition.id)
    return f"{match[1]}/{match[2]}" if match else edition.id


def _day(plan: Plan) -> date | None:
    """The day that decides: that of signing, else the first September of the plan."""
    text = plan.document.date or ""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return date.fromisoformat(text)
    if plan.document.period:
        return date(plan.document.period.from_year, 9, 5)
    return None


def _of_its_day(editions: list[Framework], day: date | None) -> Framework | None:
    """Among an edition and its amended forms, the one in force on the day; the first where none was."""
    if not editions:
        return None
    in_force = [
        e for e in editions if day and e.in_force_from <= day and (e.in_force_to is None or day <= e.in_force_to)
    ]
    return in_force[0] if in_force else editions[0]


def _by_level(plan: Plan, day: date | None) -> tuple[str | None, tuple[Finding, ...]]:
    if plan.school.level is None or day is None:
        return None, (_uncertain("Không rõ kế hoạch theo bộ tiêu chuẩn nào: không thấy viện dẫn thông tư."),)
    try:
        edition = framework_for(plan.school.level, on=day)
    except LookupError:
        return None, (_uncertain("Không có bộ tiêu chuẩn nào đang hiệu lực cho cấp học vào ngày ký kế hoạch."),)
    message = f"Kế hoạch không viện dẫn thông tư về tiêu chuẩn; đã hiểu là {edition.id} theo cấp học và ngày ký."
    return edition.id, (_uncertain(message),)


def _uncertain(message: str) -> Finding:
    return doubt("framework-uncertain", message, place=Place("bases", field="framework"))
