"""An edition told to people, in Vietnamese lines; what is not verified stands beside what it is about."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from caitien.frameworks.model import (
    CONFIDENCE,
    NOT_VERIFIED,
    SCHOOL_LEVELS,
    Criterion,
    Framework,
    Level,
    LevelRule,
    Quantity,
    Threshold,
)
from caitien.vietnamese.dates import say_day

_PARTS = {
    "structure": "cấu trúc",
    "titles": "tên",
    "summaries": "tóm tắt yêu cầu",
    "level4_clauses": "các khoản của Mức 4",
    "quantities": "dữ liệu định lượng",
    "units_and_formulas": "đơn vị và cách tính",
    "evidence_hints": "gợi ý minh chứng",
    "validity": "hiệu lực",
}
_SIGNS = {">=": "≥", "<=": "≤", "=": "="}
_KINDS = {"ratio": "tỷ lệ", "count": "số lượng", "pair": "cặp số", "trend": "xu hướng"}


class Line(NamedTuple):
    """A line of a description: how deep it stands, its text, what it is."""

    depth: int
    text: str
    style: Literal["title", "heading", "criterion", "level", "text", "doubt"] = "text"


def describe(framework: Framework) -> Iterator[Line]:
    """The whole edition: validity, doubts, standards down to indicators, clauses, rules, recognition, sources."""
    yield Line(0, f"{framework.id} · {framework.document.name}", "title")
    yield Line(0, framework.document.full_title)
    yield Line(0, f"Cấp học: {levels_text(framework)}")
    yield Line(0, f"Hiệu lực: {validity_text(framework)}")
    yield from _doubts(framework)
    for standard in framework.standards:
        yield Line(0, f"Tiêu chuẩn {standard.number}. {standard.title}", "heading")
        if standard.note:
            yield Line(1, standard.note, "doubt")
        for criterion in standard.criteria:
            yield from _criterion(framework, criterion)
    if framework.clauses:
        yield Line(
            0, f"Mức 4: {framework.clauses_article} ({_doubt(framework.confidence['level4_clauses'])})", "heading"
        )
        yield from (Line(1, f"Khoản {clause.number}. {clause.summary}") for clause in framework.clauses)
    yield from _rules(framework)
    yield from _recognition(framework)
    yield Line(0, "Nguồn", "heading")
    yield from (Line(1, f"- {source}") for source in framework.sources)


def levels_text(framework: Framework) -> str:
    """The school levels in Vietnamese: “trung học cơ sở, trung học phổ thông …”."""
    return ", ".join(SCHOOL_LEVELS[level] for level in framework.school_levels)


def validity_text(framework: Framework) -> str:
    """“10/10/2018 – 24/01/2025”, or “từ 07/7/2026” where no end is known."""
    return day_range(framework.valid_from, framework.valid_to)


def day_range(start: date, end: date | None) -> str:
    """Both days in Vietnamese order, the end left open where there is none."""
    return f"{say_day(start)} – {say_day(end)}" if end else f"từ {say_day(start)}"


def rule_text(rule: LevelRule, article: str | None) -> str:
    """A school level's rule in words, from its data alone."""
    needs = []
    if rule.level > 1:
        needs.append(f"đạt Mức {rule.level - 1}")
    if rule.mandatory:
        needs.append(f"mọi tiêu chí bắt buộc đạt Mức {rule.mandatory}")
    if rule.others_count:
        needs.append(f"ít nhất {rule.others_count} tiêu chí còn lại đạt Mức {rule.others_at_least}")
    if rule.every:
        asked = f"mọi tiêu chí có yêu cầu ở Mức {rule.every} đạt mức đó" if rule.every > 1 else "mọi tiêu chí đạt Mức 1"
        needs.append(asked)
    if rule.all_clauses:
        needs.append(f"đạt mọi khoản của {article}")
    return f"Mức {rule.level}: {'; '.join(needs)}."


def _doubt(grade: str) -> str:
    return f"{NOT_VERIFIED}, độ tin cậy {CONFIDENCE[grade]}"


def _doubts(framework: Framework) -> Iterator[Line]:
    grades = "; ".join(f"{_PARTS[part]}: {CONFIDENCE[grade]}" for part, grade in framework.confidence.items())
    if not framework.verified:
        yield Line(0, f"{NOT_VERIFIED.capitalize()}. Độ tin cậy – {grades}.", "doubt")
    yield from (Line(1, f"- {point}", "doubt") for point in framework.open_points)
    yield from (Line(1, f"- {note}") for note in framework.notes)


def _criterion(framework: Framework, criterion: Criterion) -> Iterator[Line]:
    mandatory = " [bắt buộc]" if criterion.mandatory else ""
    doubt = "" if criterion.confidence == "high" else f" ({_doubt(criterion.confidence)})"
    yield Line(1, f"{criterion.code} {criterion.title}{mandatory}{doubt}", "criterion")
    if criterion.note:
        yield Line(2, criterion.note, "doubt")
    for level in criterion.levels:
        yield from _level(level)
    absent = [number for number in framework.criterion_levels if criterion.level(number) is None]
    yield from (Line(2, f"Mức {number}: không có yêu cầu", "level") for number in absent)
    yield from (Line(2, f"Ngưỡng – {_threshold(one)}") for one in criterion.thresholds)
    yield from (Line(2, f"Dữ liệu định lượng – {_quantity(one)}") for one in criterion.quantities)
    if criterion.evidence_hints:
        yield Line(2, f"Gợi ý minh chứng: {'; '.join(criterion.evidence_hints)}")


def _level(level: Level) -> Iterator[Line]:
    if not level.known:
        yield Line(2, f"Mức {level.number}: chưa có nội dung", "doubt")
        return
    yield Line(2, f"Mức {level.number}", "level")
    for indicator in level.indicators:
        letter = f"{indicator.letter}) " if indicator.letter else ""
        grade = f" ({_doubt(indicator.confidence)})" if indicator.confidence else ""
        for rank, text in enumerate(indicator.points or (indicator.summary,)):
            yield Line(3, (letter if rank == 0 else "") + ("- " if indicator.points else "") + text + grade)
        if indicator.note:
            yield Line(4, indicator.note, "doubt")


def _threshold(one: Threshold) -> str:
    where = f"Mức {one.level}{one.letter or ''}"
    condition = f" ({one.condition})" if one.condition else ""
    return f"{where}: {one.name} {_SIGNS.get(one.op, one.op)} {one.value:g} {one.unit}{condition}"


def _quantity(one: Quantity) -> str:
    unit = f", {one.unit}" if one.unit else ""
    formula = f"; cách tính: {one.formula}" if one.formula else ""
    own = f" [{CONFIDENCE[one.unit_confidence]}]" if one.unit_confidence != "high" else ""
    return f"{one.id} {one.label} ({_KINDS[one.kind]}{unit}{formula}{own})" + (f" {one.note}" if one.note else "")


def _rules(framework: Framework) -> Iterator[Line]:
    rules = framework.rules
    yield Line(0, f"Mức của nhà trường: {rules.article} ({_doubt(rules.confidence)})", "heading")
    yield from (Line(1, rule_text(rule, framework.clauses_article)) for rule in rules.school_levels)
    if rules.multi_level:
        yield Line(1, f"{rules.multi_level.text} ({_doubt(rules.multi_level.confidence)}).")


def _recognition(framework: Framework) -> Iterator[Line]:
    rule = framework.recognition
    yield Line(0, f"Công nhận ({_doubt(rule.confidence)})", "heading")
    if rule.none_because:
        yield Line(1, rule.none_because)
    for what, table in (("kiểm định", rule.accreditation), ("chuẩn quốc gia", rule.national_standard)):
        yield from (Line(1, f"Mức {level} → {what} {name}") for level, name in table.items())
    yield from (Line(1, f"Điều kiện: {condition.text}") for condition in rule.conditions)
    if rule.issuer:
        yield Line(1, f"Nơi cấp: {rule.issuer}")
    if rule.valid_years:
        yield Line(1, f"Giá trị {rule.valid_years} năm; đề nghị mức cao hơn sau ít nhất {rule.upgrade_after_years} năm")
