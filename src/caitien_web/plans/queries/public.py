"""What everybody may see of an issued plan: the parts the school chose, without names of persons."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import Http404

from caitien.plan import Item, OrganisationPart, Plan, from_json
from caitien_web.plans.models import PlanVersion, SchoolPlan
from caitien_web.schools.models import Person
from caitien_web.tenancy.models import Unit

PARTS = {
    "legal_bases": "Căn cứ",
    "purposes": "Mục đích, yêu cầu",
    "prior_results": "Kết quả năm học trước",
    "problems": "Vấn đề cần cải tiến",
    "table": "Bảng kế hoạch",
    "organisation": "Tổ chức thực hiện",
    "signatory": "Họ tên người ký",
}
COLUMNS = {
    "weakness": "Điểm yếu",
    "target_result": "Kết quả cần đạt",
    "task": "Công việc",
    "solution": "Giải pháp",
    "indicators": "Chỉ số",
    "owner_text": "Chủ trì, phối hợp (theo chức vụ)",
    "time_text": "Thời gian",
    "budget_text": "Kinh phí",
    "evidence_outputs": "Sản phẩm, minh chứng",
}
HEADINGS = COLUMNS | {"owner_text": "Chủ trì, phối hợp"}
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?!\d)")
Cleaner = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PublicRow:
    """An item as the public page shows it: what it is about, and a text for each chosen column."""

    title: str
    cells: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PublicPlan:
    """All that the public page says; `columns` are the headings of the table's chosen columns."""

    unit_name: str
    governing_body: str
    words: str
    number: str
    signed_on: date
    version: int
    signatory: str = ""
    parts: list[tuple[str, list[str]]] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    rows: list[PublicRow] = field(default_factory=list)
    organisation: list[tuple[str, list[str]]] = field(default_factory=list)


def public_plans(unit: Unit) -> list[SchoolPlan]:
    """The plans of a unit that are open to everybody, the newest first. One query."""
    return list(SchoolPlan.objects.of(unit).filter(is_public=True))


def get_public_plan(unit_slug: str, period: str) -> tuple[SchoolPlan, PlanVersion]:
    """A plan that is open to everybody with its newest version; 404 for any other. Two queries."""
    first, _, last = period.partition("-")
    unit = get_public_unit(unit_slug)
    plan = SchoolPlan.objects.of(unit).filter(from_year=int(first), to_year=int(last), is_public=True).first()
    version = plan and PlanVersion.objects.of(unit).filter(plan=plan).order_by("-number").first()
    if plan is None or version is None:
        raise Http404("Không có kế hoạch công khai ở địa chỉ này.")
    plan.unit, version.plan = unit, plan
    return plan, version


def get_public_unit(slug: str) -> Unit:
    """A unit by its address, for pages that anybody may open."""
    unit = Unit.objects.filter(slug=slug).first()
    if unit is None:
        raise Http404("Không có đơn vị này.")
    return unit


def public_view(plan: SchoolPlan, version: PlanVersion, chosen: Iterable[str]) -> PublicPlan:
    """The page's content: only chosen parts, each text without names and ways to reach a person. One query."""
    parts, value = set(chosen), from_json(version.data)
    clean = cleaner(Person.objects.of(plan.unit).values_list("full_name", "duty"))
    columns = [name for name in COLUMNS if f"table.{name}" in parts and "table" in parts]
    columns = [name for name in columns if any(_text(item, name) for item in value.items)]
    signer = value.signatory
    return PublicPlan(
        unit_name=value.school.name or plan.unit.name,
        governing_body=value.school.governing_body or "",
        words=plan.period_words,
        number=version.document_number,
        signed_on=version.signed_on,
        version=version.number,
        signatory=f"{signer.title or ''} {signer.name or ''}".strip() if signer and "signatory" in parts else "",
        parts=[(PARTS[name], texts) for name in PARTS if name in parts and (texts := _texts(value, name, clean))],
        columns=[HEADINGS[name] for name in columns],
        rows=[_row(item, columns, clean) for item in value.items] if "table" in parts else [],
        organisation=_duties(value.organisation, clean) if "organisation" in parts else [],
    )


def cleaner(people: Iterable[tuple[str, str]]) -> Cleaner:
    """A function that puts what a person is for the person's name, and takes mail addresses and numbers out."""
    duties = {name.casefold(): duty or "cán bộ được phân công" for name, duty in people if " " in name}
    names = sorted(duties, key=len, reverse=True)
    pattern = (
        re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE) if names else None
    )

    def clean(text: str) -> str:
        text = _CONTACT.sub("…", text)
        return pattern.sub(lambda match: duties[match[0].casefold()], text) if pattern else text

    return clean


def _texts(value: Plan, name: str, clean: Cleaner) -> list[str]:
    """A part beside the table as paragraphs."""
    if name == "legal_bases":
        return [clean(basis.text) for basis in value.legal_bases]
    if name == "purposes":
        return [clean(text) for text in value.purposes]
    if name == "prior_results" and value.prior_results:
        told = value.prior_results
        return [clean(text) for text in (*_levels(told.levels), told.text or "", told.note or "") if text]
    if name == "problems":
        told_problems = ((problem.limitation, problem.cause) for problem in value.problems)
        return [clean(" – ".join(text for text in pair if text)) for pair in told_problems]
    return []


def _levels(levels: Mapping[str, Any] | None) -> list[str]:
    return [
        f"Mức {level}: đạt {counts.get('met')}/{counts.get('total')} tiêu chí"
        for level, counts in (levels or {}).items()
        if isinstance(counts, Mapping) and counts.get("met") is not None
    ]


def _row(item: Item, columns: list[str], clean: Cleaner) -> PublicRow:
    code, title = item.criterion, item.criterion_title or item.improvement or ""
    head = (
        f"Tiêu chí {code}" + (f": {title}" if title else "") if code else title or f"Tiêu chuẩn {item.standard or ''}"
    )
    return PublicRow(clean(head.strip()), [(HEADINGS[name], clean(_text(item, name))) for name in columns])


def _text(item: Item, name: str) -> str:
    value = getattr(item, name)
    return "\n".join(value) if isinstance(value, tuple) else value or ""


def _duties(parts: Iterable[OrganisationPart], clean: Cleaner) -> list[tuple[str, list[str]]]:
    return [(clean(part.party), [clean(duty) for duty in part.duties]) for part in parts]
