"""The parts beside the table as sections of a form: what each holds, how it is typed, read and given back."""

from dataclasses import dataclass
from typing import Any

from caitien.layouts.columns import PROBLEM_COLUMNS, REVIEW_COLUMNS
from caitien.layouts.forms import form_for
from caitien.vietnamese.document_numbers import read_citations
from caitien.vietnamese.normalise import normalise
from caitien_web.plans.models import PLAN_PARTS, SchoolPlan

MOST_LINES = 200
LONGEST = 20_000
FIELDS_OF_ROWS = {
    "problems": ("standard", "criterion", "current_state", "limitation", "cause"),
    "reviews": ("when", "content", "result", "adjustment", "reviewer"),
    "organisation": ("party", "parent", "duties"),
}
ROW_HEADINGS = {
    **{column.field: column.headings[0] for column in (*PROBLEM_COLUMNS, *REVIEW_COLUMNS)},
    "party": "Tổ chức, cá nhân",
    "parent": "Thuộc (nếu là cấp thứ hai)",
    "duties": "Nhiệm vụ, mỗi dòng một việc",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the plan. `kind`: lines (one a line), bases, codes, rows, results, text, fields."""

    key: str
    title: str
    kind: str
    help: str = ""
    only_tt57: bool = False
    fields: tuple[str, ...] = ()


SECTIONS = (
    Section("document", "Về việc", "fields", "Nội dung đứng dưới chữ KẾ HOẠCH.", fields=("subject",)),
    Section("legal_bases", "Căn cứ", "bases", "Mỗi dòng một văn bản, có số, ngày, cơ quan ban hành."),
    Section("purposes", "Mục đích, yêu cầu", "lines", "Mỗi dòng một ý."),
    Section("prior_results", "Kết quả năm học trước", "results"),
    Section("weak_criteria", "Tiêu chí còn hạn chế", "codes"),
    Section("target_criteria", "Tiêu chí phấn đấu đạt", "codes"),
    Section("problems", "Các vấn đề trọng tâm (phần IV)", "rows", "Để trống cả dòng là bỏ dòng đó.", only_tt57=True),
    Section("reviews", "Theo dõi và đánh giá (phần VI)", "rows", "Mỗi năm học ít nhất hai lần.", only_tt57=True),
    Section("organisation", "Tổ chức thực hiện", "rows", "Để trống cả dòng là bỏ dòng đó."),
    Section("closing", "Lời kết", "fields", fields=("closing",)),
    Section("recipients", "Nơi nhận", "lines", "Mỗi dòng một nơi, ví dụ: UBND xã (để b/c)."),
    Section("signatory", "Người ký", "fields", fields=("signatory_title", "signatory_name")),
)
BY_KEY = {section.key: section for section in SECTIONS}


def sections_of(plan: SchoolPlan) -> list[Section]:
    """The sections that the plan's form has room for."""
    with_problems = form_for(plan.form, plan.edition).problem_table
    return [section for section in SECTIONS if with_problems or not section.only_tt57]


def held(plan: SchoolPlan, section: Section) -> Any:
    """What the plan holds of a section now, as plain data."""
    if section.kind == "fields":
        return {name: getattr(plan, name) for name in section.fields}
    return plan.parts.get(section.key)


def put(plan: SchoolPlan, section: Section, value: Any) -> list[str]:
    """Put a value into the plan, which is not saved yet; the names of the columns that changed."""
    if section.kind == "fields":
        for name in section.fields:
            setattr(plan, name, value[name])
        return list(section.fields)
    assert section.key in PLAN_PARTS
    parts = {key: part for key, part in plan.parts.items() if key != section.key}
    plan.parts = parts | ({section.key: value} if value else {})
    return ["parts"]


def typed(section: Section, data: Any, before: Any) -> Any:
    """What was typed into a section's form, as the plan holds it."""
    if section.kind == "fields":
        return {name: clean(data.get(name, "")) for name in section.fields}
    if section.kind == "codes":
        return [clean(code)[:8] for code in data.getlist("code")][:MOST_LINES]
    if section.kind == "rows":
        return _rows(section.key, data)
    if section.kind == "results":
        return _results(data, before or {})
    lines = [line.strip() for line in clean(data.get("lines", "")).split("\n") if line.strip()][:MOST_LINES]
    return [_basis(line, before or []) for line in lines] if section.kind == "bases" else lines


def clean(text: str) -> str:
    """A text in one way of writing, without blanks at its ends."""
    return normalise(str(text)).strip()[:LONGEST]


def _basis(text: str, before: list[dict[str, Any]]) -> dict[str, Any]:
    """A base as it was where its text is the same, else read anew."""
    if same := next((one for one in before if one.get("text") == text), None):
        return same
    told = next(iter(read_citations(text)), None)
    return {"text": text, **({"number": told.number, "type": told.type, "date": told.date} if told else {})}


def _rows(key: str, data: Any) -> list[dict[str, Any]]:
    fields = FIELDS_OF_ROWS[key]
    columns = [[clean(text) for text in data.getlist(name)] for name in fields]
    rows = [dict(zip(fields, texts, strict=False)) for texts in zip(*columns, strict=False) if any(texts)]
    return [_row(key, row) for row in rows[:MOST_LINES] if key != "organisation" or row["party"]]


def _row(key: str, row: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {name: text or None for name, text in row.items()}
    if key == "organisation":
        told["duties"] = [line.strip(" -") for line in row["duties"].split("\n") if line.strip(" -")]
    if key == "problems":
        told["standard"] = int(row["standard"]) if row["standard"].isdigit() else None
    return told


def _results(data: Any, before: dict[str, Any]) -> dict[str, Any] | None:
    levels = {
        level: {"met": int(met), "total": int(total)}
        for level in ("1", "2", "3", "4")
        if (met := data.get(f"met-{level}", "").strip()).isdigit()
        and (total := data.get(f"total-{level}", "").strip()).isdigit()
    }
    told = {
        "school_year": clean(data.get("school_year", "")).replace(" ", "") or None,
        "as_of": before.get("as_of"),
        "levels": levels or None,
        "text": clean(data.get("text", "")) or None,
        "note": before.get("note"),
    }
    return told if any(told.values()) else None
