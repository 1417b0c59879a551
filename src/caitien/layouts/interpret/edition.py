"""Which edition of the standards a plan follows: the circular it cites, else the one in force on its day."""

import re
from datetime import date

from caitien.findings import Finding, Place, doubt
from caitien.frameworks.load import CannotFindFramework, framework_data, framework_for, framework_ids, load_framework
from caitien.frameworks.model import Framework
from caitien.plan import Plan


def edition_of(plan: Plan, texts: list[str]) -> tuple[str | None, tuple[Finding, ...]]:
    """The edition's id, with a finding where citation, level and date do not agree or leave it open."""
    day = _day(plan)
    # The bases' own numbers before other mentions: an amending circular names all that it amends.
    cited = _cited(" ".join(basis.number or "" for basis in plan.legal_bases)) or _cited(" ".join(texts))
    level = plan.school.level
    fitting = [edition for edition in cited if level is None or level in edition.school_levels]
    chosen = _of_its_day(fitting or cited, day)
    return (chosen.id, ()) if chosen else _by_level(plan, day)


def _cited(text: str) -> list[Framework]:
    """Editions whose circular is named in the text: "Thông tư số 17/2018/TT-BGDĐT", "TT 17/2018"."""
    squeezed = re.sub(r"\s+", "", text).upper()
    named = (name for name in framework_ids() if _is_named(framework_data(name)["document"]["number"], squeezed))
    return [load_framework(name) for name in named]


def _is_named(number: str, squeezed: str) -> bool:
    serial = "/".join(number.split("/")[:2])
    return bool(re.search(rf"(?<!\d){re.escape(serial)}(?!\d)(/TT|[^/]|$)", squeezed))


def _day(plan: Plan) -> date | None:
    """The day that decides: that of signing, else the opening day of the plan's first school year."""
    text = plan.document.date or ""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return date.fromisoformat(text)
    if plan.document.period:
        return date(plan.document.period.from_year, 9, 5)
    return None


def _of_its_day(editions: list[Framework], day: date | None) -> Framework | None:
    """Among editions of one circular, the one in force on the day; the oldest where none was."""
    in_force = [edition for edition in editions if day and edition.in_force(day)]
    return next(iter(in_force or editions), None)


def _by_level(plan: Plan, day: date | None) -> tuple[str | None, tuple[Finding, ...]]:
    if plan.school.level is None or day is None:
        return None, (_uncertain("Không rõ kế hoạch theo bộ tiêu chuẩn nào: không thấy viện dẫn thông tư."),)
    try:
        edition = framework_for(plan.school.level, on=day)
    except CannotFindFramework as refusal:
        return None, (_uncertain(str(refusal)),)
    message = f"Kế hoạch không viện dẫn thông tư về tiêu chuẩn; đã hiểu là {edition.id} theo cấp học và ngày ký."
    return edition.id, (_uncertain(message),)


def _uncertain(message: str) -> Finding:
    return doubt("framework-uncertain", message, place=Place("bases", field="framework"))
