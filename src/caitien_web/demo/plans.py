"""Plans of the demonstration: the cells of a topic and the parts around the table, in the form of their year.

By the amended editions of 2018 until 2025 - 2026, by Circular 57/2026 from then on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from caitien.frameworks import load_framework
from caitien.plan import Plan, from_json
from caitien.vietnamese.money import read_money
from caitien.vietnamese.parties import read_parties, read_support_parties
from caitien.vietnamese.periods import read_period
from caitien_web.assessment.actions import plan_weaknesses
from caitien_web.assessment.models import Assessment, Weakness
from caitien_web.demo.topics import NEW_YEAR, OLD_EDITION, Topic, edition_of
from caitien_web.monitoring.actions.next_year import draft_next_year
from caitien_web.plans.actions.cells import CellWrite, write_cells
from caitien_web.plans.actions.parts import mark_of, write_part
from caitien_web.plans.actions.start import start_plan
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.plans.sections import BY_KEY, held, sections_of
from caitien_web.schools.models import User
from caitien_web.tenancy.models import Unit

SUBJECT = "Cải tiến chất lượng giáo dục"
OWN_CELLS = {
    "tt57-bieu2": ("improvement", "target_result", "indicators", "resources", "evidence_outputs"),
    "cv5932-9": ("target_result", "support_conditions"),
    "weakness-10": ("weakness", "task", "evidence_outputs"),
}


@dataclass(frozen=True, slots=True)
class Laid:
    """A plan with what each of its rows is about."""

    plan: SchoolPlan
    topics: dict[UUID, Topic]

    def rows(self) -> list[tuple[PlanItem, Topic]]:
        """The rows in order, each with its topic."""
        rows = self.plan.items.order_by("place")
        for row in rows:
            row.plan = self.plan
        return [(row, self.topics[row.pk]) for row in rows]


def form_of(unit: Unit, year: int) -> str:
    if year >= NEW_YEAR:
        return "tt57-bieu2"
    return "cv5932-9" if unit.level in OLD_EDITION else "weakness-10"


def start_from_file(
    unit: Unit,
    years: tuple[int, int],
    weaknesses: Mapping[str, Weakness],
    topics: Sequence[Topic],
    *,
    by: User,
    at: datetime,
    file: str = "",
    assessment: Assessment | None = None,
) -> Laid:
    """A plan as it was read from a file, or written at one go; its rows answer the weaknesses, by the topics' keys."""
    value = _value(unit, years, topics)
    origin = f"từ tệp {file}" if file else "từ kết quả tự đánh giá"
    plan = start_plan(unit, value, years=years, by=by, at=at, origin=origin, assessment=assessment)
    rows = list(plan.items.order_by("place"))
    by_criterion = sorted(topics, key=lambda topic: _rank(topic.criterion(unit, years[0])))
    for row, topic in zip(rows, by_criterion, strict=True):
        row.weaknesses.add(weaknesses[topic.key])
    plan_weaknesses(unit, list(weaknesses.values()), by=by, at=at)
    return Laid(plan, {row.pk: topic for row, topic in zip(rows, by_criterion, strict=True)})


def _rank(code: str) -> list[int]:
    return [int(part) for part in code.split(".")]


def draft_plan(
    last: Laid,
    years: tuple[int, int],
    weaknesses: Mapping[str, Weakness],
    topics: Sequence[Topic],
    *,
    by: User,
    at: datetime,
    times: Mapping[str, str],
) -> Laid:
    """A plan from what the plan before left and the weaknesses found since; every cell and part is then written.

    `weaknesses` and `times` by the key of the topic; a topic without a weakness is carried over.
    """
    unit = last.plan.unit
    chosen = [weaknesses[topic.key] for topic in topics if topic.key in weaknesses]
    told: dict[str, Any] = {"years": years, "edition": edition_of(unit, years[0]), "form": form_of(unit, years[0])}
    plan = draft_next_year(last.plan, chosen, **told, by=by, at=at).plan
    laid = Laid(plan, _topics_of_rows(plan, weaknesses, topics, last))
    writes = [
        CellWrite(row.pk, field, text, 0)
        for row, topic in laid.rows()
        for field, text in _cells(unit, years, topic, times.get(topic.key)).items()
    ]
    write_cells(plan, writes, by=by, at=at)
    _write_parts(plan, topics, by=by, at=at)
    plan.refresh_from_db()
    return laid


def _topics_of_rows(
    plan: SchoolPlan, weaknesses: Mapping[str, Weakness], topics: Sequence[Topic], last: Laid
) -> dict[UUID, Topic]:
    by_key = {topic.key: topic for topic in topics}
    by_weakness = {weakness.pk: by_key[key] for key, weakness in weaknesses.items() if key in by_key}
    found = {}
    for row in plan.items.prefetch_related("weaknesses"):
        if row.carried_from_id in last.topics:
            found[row.pk] = by_key[last.topics[row.carried_from_id].key]
        else:
            found[row.pk] = by_weakness[row.weaknesses.all()[0].pk]
    return found


def _cells(unit: Unit, years: tuple[int, int], topic: Topic, time: str | None) -> dict[str, str]:
    """The texts of a row's cells, by field."""
    support = str(topic.told["support"])
    texts = {
        "criterion": topic.criterion(unit, years[0]),
        "solution": "\n".join(f"- {line}" for line in topic.words("solution")),
        "owner_text": f"{topic.told['owner']} chủ trì, phối hợp với {support[0].lower()}{support[1:]}",
        "time_text": time or usual_time(topic, years),
        "budget_text": f"{topic.budget}.000.000 đồng" if topic.budget else "Không",
        "funding_source": topic.source if topic.budget else "",
        "progress": "",  # what is still to decide was marked here
        "note": "",
    }
    own = {
        "weakness": topic.words("weakness"),
        "improvement": topic.words("improvement"),
        "target_result": topic.words("target"),
        "task": topic.words("task"),
        "indicators": topic.words("indicators"),
        "resources": topic.words("resources"),
        "support_conditions": f"Phê duyệt của {unit.governing_body}" if topic.budget > 20 else "Không",
        "evidence_outputs": "\n".join(topic.words("outputs")),
    }
    return texts | {name: own[name] for name in OWN_CELLS[form_of(unit, years[0])]}


def usual_time(topic: Topic, years: tuple[int, int]) -> str:
    """When schools do this in a usual year."""
    first, last = topic.told["months"]
    return f"Từ tháng {first}/{years[0]} đến tháng {last}/{years[1] if last < 9 else years[0]}"


def _value(unit: Unit, years: tuple[int, int], topics: Sequence[Topic]) -> Plan:
    """The plan of these topics as a value, its rows in the order of their criteria."""
    year = years[0]
    framework, form = edition_of(unit, year), form_of(unit, year)
    drawn = [_item(unit, years, topic, framework) for topic in topics]
    drawn.sort(key=lambda item: _rank(item["criterion"]))
    parts = {key: part for key, part in _parts(unit, year, topics).items() if key not in ("closing", "signatory")}
    if year < NEW_YEAR:
        parts = {key: part for key, part in parts.items() if key not in ("problems", "reviews")}
    document = {
        "schema": "caitien.plan/1",
        "form": form,
        "framework": framework,
        "school": {"name": unit.name, "level": unit.level},
        "document": {"subject": SUBJECT, "school_year": f"{year}-{years[1]}"},
        "closing": _closing(unit),
        "signatory": {"title": "Hiệu trưởng", "name": None},
        "items": drawn,
    }
    return from_json(parts | document)


def _item(unit: Unit, years: tuple[int, int], topic: Topic, framework: str) -> dict[str, Any]:
    texts = _cells(unit, years, topic, None)
    period = read_period(texts["time_text"], plan_years=years, note=None)
    parties = read_parties(texts["owner_text"])
    criterion = load_framework(framework).criterion(texts["criterion"])
    return {
        **{field: text or None for field, text in texts.items()},
        "standard": int(texts["criterion"].partition(".")[0]),
        "criterion_title": criterion and criterion.title,
        "evidence_outputs": texts.get("evidence_outputs", "").splitlines(),
        "owners": list(parties.owners),
        "supporting": list(parties.supporting),
        "support_parties": list(read_support_parties(texts.get("support_conditions", ""))),
        "start": period.start,
        "end": period.end,
        "recurrence": period.recurrence or "none",
        "school_years": list(period.school_years),
        "budget_vnd": read_money(texts["budget_text"]).amount,
    }


def _write_parts(plan: SchoolPlan, topics: Sequence[Topic], *, by: User, at: datetime) -> None:
    unit = plan.unit
    wanted = _parts(unit, plan.from_year, topics) | {
        "document": {"subject": SUBJECT},
        "closing": {"closing": _closing(unit)},
        "signatory": {"signatory_title": "Hiệu trưởng", "signatory_name": ""},
    }
    for section in sections_of(plan):
        if section.key in wanted:
            base = mark_of(held(plan, section))
            plan.parts = write_part(plan, BY_KEY[section.key], wanted[section.key], base=base, by=by, at=at).parts


def _closing(unit: Unit) -> str:
    return f"Trên đây là Kế hoạch cải tiến chất lượng giáo dục của {unit.name}./."


def _parts(unit: Unit, year: int, topics: Sequence[Topic]) -> dict[str, Any]:
    is_new = year >= NEW_YEAR
    circular = "57/2026/TT-BGDĐT" if is_new else "22/2024/TT-BGDĐT"
    about = "quy định về bảo đảm chất lượng giáo dục" if is_new else "sửa đổi quy định về kiểm định chất lượng giáo dục"
    signed = ("ngày 07 tháng 7 năm 2026", "2026-07-07") if is_new else ("ngày 10 tháng 12 năm 2024", "2024-12-10")
    base = f"Thông tư số {circular} {signed[0]} của Bộ Giáo dục và Đào tạo {about}"
    return {
        "legal_bases": [{"text": base, "number": circular, "type": "Thông tư", "date": signed[1]}],
        "purposes": [
            "Khắc phục các hạn chế trọng tâm mà báo cáo tự đánh giá đã chỉ ra.",
            "Mỗi việc có người phụ trách, thời hạn, số đo trước và sau khi cải tiến, có minh chứng.",
            "Chỉ chọn việc trong khả năng của nhà trường và ngân sách được giao.",
        ],
        "problems": [_problem(unit, year, topic) for topic in topics],
        "reviews": [
            {"when": "Cuối học kỳ I", "content": "Tiến độ các việc, số đo lần hai", "reviewer": "Tổ giám sát"},
            {"when": "Cuối năm học", "content": "Mức đạt, minh chứng, bài học", "reviewer": "Hội đồng tự đánh giá"},
        ],
        "organisation": [
            {"party": "Hiệu trưởng", "duties": ["Chỉ đạo chung, phân công, bố trí kinh phí, duyệt điều chỉnh."]},
            {"party": "Tổ giám sát", "duties": ["Giám sát mỗi học kỳ một lần, lập biên bản kèm số liệu."]},
            {"party": "Các tổ chuyên môn", "duties": ["Thực hiện phần việc được giao, báo cáo ngày 25 hằng tháng."]},
        ],
        "recipients": [f"{unit.governing_body} (để b/c)", "Các tổ, bộ phận (để t/h)", "Lưu: VT"],
    }


def _problem(unit: Unit, year: int, topic: Topic) -> dict[str, Any]:
    code = topic.criterion(unit, year)
    return {
        "standard": int(code.partition(".")[0]),
        "criterion": code,
        "current_state": topic.words("strength"),
        "limitation": topic.words("weakness"),
        "cause": topic.words("cause"),
    }
