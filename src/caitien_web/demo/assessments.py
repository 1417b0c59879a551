"""Self-assessments under the edition of their time, their weaknesses, and what came from outside."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from caitien.frameworks import Criterion, load_framework
from caitien.vietnamese.dates import say_day
from caitien_web.assessment.actions import (
    Found,
    add_recommendation,
    approve_assessment,
    finish_assessment,
    follow_assessment,
    mark_criterion,
    open_assessment,
    record_external,
    record_recognition,
)
from caitien_web.assessment.models import Assessment, Weakness
from caitien_web.demo.days import Days, moment
from caitien_web.demo.people import People
from caitien_web.demo.topics import Topic, edition_of
from caitien_web.tenancy.models import Unit

ASSESSED = "Đã thực hiện đầy đủ theo quy định, có minh chứng."
FIRM = "Thực hiện nền nếp, số liệu năm sau tốt hơn năm trước."
MENDED = "Hạn chế của năm trước đã khắc phục theo kế hoạch cải tiến."


def assess(
    unit: Unit, people: People, year: int, weak: Sequence[Topic], *, done_on: date, before: Assessment | None = None
) -> tuple[Assessment, dict[str, Weakness]]:
    """The approved self-assessment of a school year, and the weakness of each topic, by its key.

    It follows the one before where the edition is the same: only what changed is marked anew.
    """
    by: dict[str, Any] = {"by": people["thuky"], "at": moment(done_on - timedelta(20))}
    edition = edition_of(unit, year)
    if before and before.edition == edition:
        assessment = follow_assessment(before, from_year=year, **by)
        changed = {one.criterion for one in before.weaknesses.all()}
    else:
        assessment = open_assessment(unit, from_year=year, edition=edition, **by)
        changed = {criterion.code for criterion in load_framework(edition).criteria}
    topics = _by_criterion(unit, year, weak)
    for criterion in load_framework(edition).criteria:
        if criterion.code in changed or criterion.code in topics:
            mark_criterion(assessment, criterion.code, _found(criterion, topics[criterion.code], before), **by)
    finish_assessment(assessment, as_of=done_on - timedelta(5), by=people["thuky"], at=moment(done_on - timedelta(4)))
    approve_assessment(assessment, on=done_on, by=people["hieutruong"], at=moment(done_on))
    assessment.refresh_from_db()
    texts = {one.text: one for one in assessment.weaknesses.select_related("unit")}
    return assessment, {topic.key: texts[" ".join(topic.words("weakness").split())] for topic in weak}


def begin_assessment(unit: Unit, people: People, days: Days, topics: Sequence[Topic]) -> None:
    """This year's, of which the first two standards are done."""
    at = moment(days.ago(12))
    edition = edition_of(unit, days.year)
    assessment = open_assessment(unit, from_year=days.year, edition=edition, by=people["thuky"], at=at)
    known = _by_criterion(unit, days.year, topics)
    for standard in load_framework(edition).standards[:2]:
        for criterion in standard.criteria:
            reached = 1 if known[criterion.code] else 2
            strengths = _strengths(known[criterion.code])
            found = Found(marks_of(criterion, reached), description=ASSESSED, strengths=strengths)
            mark_criterion(assessment, criterion.code, found, by=people["hoidong"], at=moment(days.ago(9)))


def _by_criterion(unit: Unit, year: int, topics: Sequence[Topic]) -> dict[str, list[Topic]]:
    found: dict[str, list[Topic]] = defaultdict(list)
    for topic in topics:
        found[topic.criterion(unit, year)].append(topic)
    return found


def _found(criterion: Criterion, topics: Sequence[Topic], before: Assessment | None) -> Found:
    """A criterion with topics reaches level 1 and has their weaknesses; another stands firmer, the mandatory most."""
    weaknesses = tuple(str(topic.words("weakness")) for topic in topics)
    reached = 1 if topics else 2 if criterion.code.endswith((".1", ".2")) else 3
    described = ASSESSED if topics or not before else MENDED
    return Found(
        marks_of(criterion, reached), description=described, strengths=_strengths(topics), weaknesses=weaknesses
    )


def _strengths(topics: Sequence[Topic]) -> str:
    return "\n".join(str(topic.words("strength")) for topic in topics) or FIRM


def marks_of(criterion: Criterion, reached: int) -> dict[str, str]:
    """The marks of a criterion that reaches a level and not the next."""
    return {
        f"{level.number}{letter}": "met" if level.number <= reached else "not_met"
        for level in criterion.levels
        for letter in level.letters or ("",)
    }


def recognise(unit: Unit, people: People, days: Days, topic: Topic, *, left: int) -> None:
    """An assessment from outside and the two decisions that followed, which end so many days from today."""
    by: dict[str, Any] = {"by": people["thuky"], "at": moment(days.begin + timedelta(3))}
    ends = days.ahead(left)
    decided = date(ends.year - 5, ends.month, min(ends.day, 28))
    year = days.year - 2
    external = record_external(
        unit,
        edition=edition_of(unit, year),
        assessed_on=decided - timedelta(60),
        team="Đoàn đánh giá ngoài của Sở Giáo dục và Đào tạo",
        decision=f"114/QĐ-SGDĐT ngày {say_day(decided - timedelta(80))}",
        result="Đạt Mức 2",
        remarks="Nhà trường tự đánh giá nghiêm túc, minh chứng đầy đủ; cần đầu tư thêm cơ sở vật chất.",
        **by,
    )
    text = f"Tiếp tục khắc phục: {topic.words('cause')[:1].lower()}{topic.words('cause')[1:]}"
    add_recommendation(external, criterion=topic.criterion(unit, year), text=text, **by)
    for kind, degree, number in (
        ("accreditation", "Cấp độ 2", "860/QĐ-SGDĐT"),
        ("national_standard", "Mức độ 1", "1240/QĐ-UBND"),
    ):
        issuer = "Sở Giáo dục và Đào tạo tỉnh Bến Nước" if kind == "accreditation" else "UBND tỉnh Bến Nước"
        record_recognition(
            unit, kind=kind, degree=degree, number=number, decided_on=decided, valid_until=ends, issuer=issuer, **by
        )
