"""Plans of the demonstration as values, in the form of their year: by the amended 2018 editions or Circular 57/2026."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from caitien.frameworks import load_framework
from caitien.plan import Plan, from_json
from caitien.vietnamese.money import read_money
from caitien.vietnamese.parties import read_parties, read_support_parties
from caitien.vietnamese.periods import read_period
from caitien_web.tenancy.models import SchoolLevel, Unit

OLD_EDITION = {SchoolLevel.PRESCHOOL: "TT19-2018+TT22-2024", SchoolLevel.PRIMARY: "TT17-2018+TT22-2024"}
OLD_OF_SECONDARY = "TT18-2018+TT22-2024"
NEW_EDITION = {SchoolLevel.PRESCHOOL: "TT57-2026-MN", SchoolLevel.CONTINUING: "TT57-2026-GDTX"}
NEW_OF_GENERAL = "TT57-2026-PT"
NEW_YEAR = 2026  # from this school year on, Circular 57/2026


@cache
def topics() -> list[dict[str, Any]]:
    """What schools improve, in words with gaps: {hs} who learns there, {a} {b} {p} {m} numbers."""
    found: list[dict[str, Any]] = json.loads((files(__package__) / "topics.json").read_text("utf-8"))
    return found


def edition_of(unit: Unit, year: int) -> str:
    """The edition by which a school of this level writes its plan for the school year that begins in `year`."""
    level = SchoolLevel(unit.level)
    if year >= NEW_YEAR:
        return NEW_EDITION.get(level, NEW_OF_GENERAL)
    return OLD_EDITION.get(level, OLD_OF_SECONDARY)


def value_for(unit: Unit, years: tuple[int, int], seed: int, *, count: int = 7) -> Plan:
    """A plan of the school for the years; the same seed gives the same plan."""
    edition = edition_of(unit, years[0])
    chosen = [topics()[(seed + n) % len(topics())] for n in range(count)]
    chosen.sort(key=lambda topic: topics().index(topic))
    form = _form(unit, years[0])
    drawn = [_item(topic, unit, years, edition, form, seed + n) for n, topic in enumerate(chosen)]
    drawn.sort(key=lambda item: [int(part) for part in item["criterion"].split(".")])
    return from_json(_document(unit, years, edition, form) | {"items": drawn, **_parts(chosen, unit, years, seed)})


def _form(unit: Unit, year: int) -> str:
    if year >= NEW_YEAR:
        return "tt57-bieu2"
    return "cv5932-9" if unit.level in OLD_EDITION else "weakness-10"


def _document(unit: Unit, years: tuple[int, int], edition: str, form: str) -> dict[str, Any]:
    return {
        "schema": "caitien.plan/1",
        "form": form,
        "framework": edition,
        "school": {"name": unit.name, "level": unit.level},
        "document": {"subject": "Cải tiến chất lượng giáo dục", "school_year": f"{years[0]}-{years[1]}"},
        "signatory": {"title": "Hiệu trưởng", "name": None},
    }


def _item(
    topic: dict[str, Any], unit: Unit, years: tuple[int, int], edition: str, form: str, seed: int
) -> dict[str, Any]:
    fill = _gaps(unit, seed, topic["budget"])
    code = _criterion(topic, unit, years[0])
    first, last = topic["months"]
    time = f"Từ tháng {first}/{years[0]} đến tháng {last}/{years[1] if last < 9 else years[0]}"
    period = read_period(time, plan_years=years, note=None)
    owner = f"{topic['owner']} chủ trì, phối hợp với {topic['support'][0].lower()}{topic['support'][1:]}"
    parties = read_parties(owner)
    budget = f"{topic['budget']}.000.000 đồng" if topic["budget"] else "Không"
    own = {
        "tt57-bieu2": ("improvement", "target_result", "indicators", "resources", "evidence_outputs"),
        "cv5932-9": ("target_result", "budget_text", "support_conditions"),
        "weakness-10": ("weakness", "task", "budget_text", "funding_source", "evidence_outputs"),
    }[form]
    texts = {
        "weakness": topic["weakness"],
        "improvement": topic["improvement"],
        "target_result": topic["target"],
        "task": topic["task"],
        "indicators": topic["indicators"],
        "resources": topic["resources"],
        "support_conditions": "Phê duyệt của Ủy ban nhân dân xã" if topic["budget"] > 20 else "Không",
        "budget_text": budget,
        "funding_source": "Chi thường xuyên" if topic["budget"] else None,
        "evidence_outputs": topic["outputs"],
    }
    item = {name: _filled(texts[name], fill) for name in own}
    item |= {
        "criterion": code,
        "standard": int(code.partition(".")[0]),
        "criterion_title": load_framework(edition).criterion(code).title,
        "solution": "\n".join(f"- {line}" for line in _filled(topic["solution"], fill)),
        "owner_text": owner,
        "owners": list(parties.owners),
        "supporting": list(parties.supporting),
        "time_text": time,
        "start": period.start,
        "end": period.end,
        "recurrence": period.recurrence or "none",
        "school_years": list(period.school_years),
        "budget_vnd": read_money(budget).amount if "budget_text" in own else None,
    }
    if "support_conditions" in own:
        item["support_parties"] = list(read_support_parties(str(item["support_conditions"])))
    return item


def _criterion(topic: dict[str, Any], unit: Unit, year: int) -> str:
    kind = "new" if year >= NEW_YEAR else unit.level if unit.level in OLD_EDITION else "secondary"
    return str(topic["criteria"][kind])


def _gaps(unit: Unit, seed: int, budget: int) -> dict[str, Any]:
    learners = {SchoolLevel.PRESCHOOL: "trẻ", SchoolLevel.CONTINUING: "học viên"}.get(SchoolLevel(unit.level))
    few = 2 + seed % 4
    return {"hs": learners or "học sinh", "a": f"{few:02d}", "b": few + 21, "p": 52 + seed * 7 % 20, "m": budget}


def _filled(text: Any, fill: dict[str, Any]) -> Any:
    if isinstance(text, list):
        return [_filled(line, fill) for line in text]
    return text.format(**fill) if isinstance(text, str) else text


def _parts(chosen: list[dict[str, Any]], unit: Unit, years: tuple[int, int], seed: int) -> dict[str, Any]:
    is_new = years[0] >= NEW_YEAR
    circular = "57/2026/TT-BGDĐT" if is_new else "22/2024/TT-BGDĐT"
    about = "quy định về bảo đảm chất lượng giáo dục" if is_new else "sửa đổi quy định về kiểm định chất lượng giáo dục"
    signed = ("ngày 07 tháng 7 năm 2026", "2026-07-07") if is_new else ("ngày 10 tháng 12 năm 2024", "2024-12-10")
    base = f"Thông tư số {circular} {signed[0]} của Bộ Giáo dục và Đào tạo {about}"
    parts: dict[str, Any] = {
        "legal_bases": [{"text": base, "number": circular, "type": "Thông tư", "date": signed[1]}],
        "purposes": [
            "Khắc phục các hạn chế trọng tâm mà báo cáo tự đánh giá đã chỉ ra.",
            "Mỗi việc có người phụ trách, thời hạn, số đo trước và sau khi cải tiến, có minh chứng.",
            "Chỉ chọn việc trong khả năng của nhà trường và ngân sách được giao.",
        ],
        "organisation": [
            {"party": "Hiệu trưởng", "duties": ["Chỉ đạo chung, phân công, bố trí kinh phí, duyệt điều chỉnh."]},
            {"party": "Tổ giám sát", "duties": ["Giám sát mỗi học kỳ một lần, lập biên bản kèm số liệu."]},
            {"party": "Các tổ chuyên môn", "duties": ["Thực hiện phần việc được giao, báo cáo ngày 25 hằng tháng."]},
        ],
        "recipients": [f"{unit.governing_body} (để b/c)", "Các tổ, bộ phận (để t/h)", "Lưu: VT"],
        "closing": f"Trên đây là Kế hoạch cải tiến chất lượng giáo dục của {unit.name}./.",
    }
    if is_new:
        parts["reviews"] = [
            {"when": "Cuối học kỳ I", "content": "Tiến độ các việc, số đo lần hai", "reviewer": "Tổ giám sát"},
            {"when": "Cuối năm học", "content": "Mức đạt, minh chứng, bài học", "reviewer": "Hội đồng tự đánh giá"},
        ]
        parts["problems"] = [_problem(topic, unit, years[0], seed + n) for n, topic in enumerate(chosen)]
    return parts


def _problem(topic: dict[str, Any], unit: Unit, year: int, seed: int) -> dict[str, Any]:
    code = _criterion(topic, unit, year)
    fill = _gaps(unit, seed, topic["budget"])
    limitation = _filled(topic["weakness"], fill)
    return {
        "standard": int(code.partition(".")[0]),
        "criterion": code,
        "current_state": "Đã thực hiện theo quy định, có minh chứng.",
        "limitation": limitation,
        "cause": topic["cause"],
    }
