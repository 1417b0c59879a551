"""The invented province: its units and people, and each school's two years in order."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from caitien_web.assessment.actions import take_over_weaknesses
from caitien_web.assessment.models import Assessment, Weakness
from caitien_web.demo import courses, evidence, last_year, papers, running, watching
from caitien_web.demo.adjusting import adjust
from caitien_web.demo.assessments import assess, begin_assessment, recognise
from caitien_web.demo.bodies import found_bodies
from caitien_web.demo.days import Days, Steps, moment
from caitien_web.demo.made_known import make_known
from caitien_web.demo.people import People, staff
from caitien_web.demo.plans import Laid, draft_plan, start_from_file
from caitien_web.demo.schools import SCHOOLS, School
from caitien_web.demo.stages import bring_to, plan_of_several_years, steps_of
from caitien_web.demo.strategy import set_aims
from caitien_web.demo.topics import Topic, edition_of, topics_of
from caitien_web.history.models import Entry
from caitien_web.history.record import recorded
from caitien_web.monitoring.actions.reminders import remind_unit
from caitien_web.monitoring.listeners import notify
from caitien_web.oversight import keeping
from caitien_web.plans.actions import (
    close_plan,
    evaluate_plan,
)
from caitien_web.plans.actions.publishing import publish_plan
from caitien_web.plans.models import PlanState, SchoolPlan
from caitien_web.schools.actions import found_below
from caitien_web.schools.models import Body, BodyKind, Role, User
from caitien_web.tenancy.models import Ownership, SchoolLevel, Unit, UnitKind

PUBLIC = ("purposes", "problems", "table", "table.target_result", "table.solution", "table.time_text", "organisation")
TOLD_LATELY = 10  # days


def make_province(today: date) -> None:
    """Everything, in one transaction, as it stands on a day: a demonstration is whole or not there."""
    days = Days(today)
    with transaction.atomic(), _listening_less(days):
        province, admin = _province(days)
        communes = _communes(province, days, by=admin)
        for number, school in enumerate(SCHOOLS):
            over = communes[school.commune] if school.commune >= 0 else province
            _make_school(school, over, days, number, by=admin)
        _last_changes()


def _last_changes() -> None:
    """Plans were last changed when their history says so."""
    for plan in SchoolPlan.everywhere.only("pk"):
        last = Entry.everywhere.filter(subject_id=str(plan.pk)).latest("at").at
        SchoolPlan.everywhere.filter(pk=plan.pk).update(changed_at=last)


@contextmanager
def _listening_less(days: Days) -> Iterator[None]:
    """The authorities' figures are counted at the end, instead of after each of a thousand actions; people are told of
    what was done in the last days only, as if they had read all before."""
    since = moment(days.ago(TOLD_LATELY))

    def tell(entry: Entry, **about: Any) -> None:
        if entry.at >= since:
            notify(entry=entry, **about)

    recorded.disconnect(dispatch_uid="oversight")
    recorded.disconnect(dispatch_uid="monitoring.notify")
    recorded.connect(tell, dispatch_uid="demo.notify", weak=False)
    try:
        yield
        keeping.rebuild()
    finally:
        recorded.disconnect(dispatch_uid="demo.notify")
        recorded.connect(notify, dispatch_uid="monitoring.notify")
        recorded.connect(keeping.listen, dispatch_uid="oversight")


def _province(days: Days) -> tuple[Unit, User]:
    at = moment(days.begin)
    province = found_below(
        None,
        "Sở Giáo dục và Đào tạo tỉnh Bến Nước",
        kind=UnitKind.PROVINCE,
        by=None,
        at=at,
        since=days.begin,
        slug="so-ben-nuoc",
        abbreviation="SGDĐT",
        governing_body="UBND tỉnh Bến Nước",
        place="Bến Nước",
    )
    return province, staff(province, "sobn", 3, since=days.begin, at=at)["quantri"]


def _communes(province: Unit, days: Days, *, by: User) -> list[Unit]:
    found = []
    for name, slug, place, short, seed in (
        ("UBND xã Suối Ngọc", "xa-suoi-ngoc", "Suối Ngọc", "xasn", 40),
        ("UBND phường Đồi Sim", "phuong-doi-sim", "Đồi Sim", "phuongds", 60),
    ):
        commune = found_below(
            province,
            name,
            kind=UnitKind.COMMUNE,
            by=by,
            at=moment(days.begin),
            since=days.begin,
            slug=slug,
            abbreviation="UBND",
            governing_body="UBND tỉnh Bến Nước",
            place=place,
        )
        staff(commune, short, seed, since=days.begin, at=moment(days.begin))
        found.append(commune)
    return found


def _make_school(school: School, over: Unit, days: Days, number: int, *, by: User) -> None:
    at = moment(days.begin + timedelta(1))
    unit = found_below(
        over,
        school.name,
        kind=UnitKind.SCHOOL,
        by=by,
        at=at,
        since=days.begin,
        level=school.level,
        edition="",
        abbreviation=school.short,
        governing_body=over.name,
        place=over.place,
        ownership=Ownership.PUBLIC,
        address=f"Số {number + 3}, đường Hoa Ban, {over.name.removeprefix('UBND ')}, tỉnh Bến Nước",
    )
    unit.edition = edition_of(unit, days.year)
    unit.save(update_fields=["edition"])
    short = school.short.lower().replace("đ", "d").replace("&", "")
    people = staff(unit, short, 100 + 17 * number, since=days.begin, at=at)
    found_bodies(unit, people, days)
    _two_years(school, unit, people, days, number)


def _two_years(school: School, unit: Unit, people: People, days: Days, seed: int) -> None:
    """Last year's plan as it was before, carried out; this year's from a self-assessment and from what was left."""
    year = days.year
    weak = topics_of(unit, f"{school.carried} {school.last}", seed)
    edition = edition_of(unit, year - 2)
    evidence.of_assessment(unit, people, days, edition, [(topic.criterion(unit, year - 2), topic) for topic in weak])
    if school.recognised is not None:
        recognise(unit, people, days, weak[-1], left=school.recognised)
    first, last = _last_plan(school, unit, people, year, weak)
    bring_to(last, PlanState.UNDER_WAY, Steps.to_issue(date(year - 1, 9, 14)), people)
    _end_year(last, school, people)
    new = topics_of(unit, f"{school.carried} {school.this}", seed)
    fresh = [topic for topic in new if topic.key in school.this.split()]
    _, weaknesses = assess(unit, people, year - 1, fresh, done_on=date(year, 6, 10), before=first)
    _this_year(school, people, days, last, (weaknesses, new))


def _last_plan(
    school: School, unit: Unit, people: People, year: int, weak: list[Topic]
) -> tuple[Assessment | None, Laid]:
    """From a self-assessment where the school had one in the product, else read from a Word file."""
    years, at = (year - 1, year), moment(date(year - 1, 8, 20))
    if school.courses:
        first, weaknesses = assess(unit, people, year - 2, weak, done_on=date(year - 1, 8, 8))
        return first, start_from_file(unit, years, weaknesses, weak, by=people["thuky"], at=at, assessment=first)
    file = f"Ke hoach cai tien {year - 1}-{year}.docx"
    edition = edition_of(unit, year - 1)
    told = [(topic.criterion(unit, year - 1), " ".join(topic.words("weakness").split())) for topic in weak]
    take_over_weaknesses(unit, told, edition=edition, file=file, by=people["thuky"], at=at)
    by_text = {one.text: one for one in Weakness.objects.of(unit)}
    found = {topic.key: by_text[text] for topic, (_, text) in zip(weak, told, strict=True)}
    return None, start_from_file(unit, years, found, weak, by=people["thuky"], at=at, file=file)


def _end_year(laid: Laid, school: School, people: People) -> None:
    year = laid.plan.from_year
    last_year.carry_out(laid, people, school.carried)
    evidence.of_plan(laid.plan.unit, people, laid, on=date(year + 1, 4, 20), keys=school.last.split()[:2])
    last_year.review_twice(laid, people, school.carried)
    last_year.end_items(laid, people, school.carried)
    evaluate_plan(laid.plan, by=people["hieutruong"], at=moment(date(year + 1, 5, 28)))
    papers.end_of_last_year(laid, people, _officer(laid.plan.unit.parent))
    if school.last_year == PlanState.CLOSED:
        close_plan(laid.plan, by=people["hieutruong"], at=moment(date(year + 1, 6, 15)))


def _this_year(
    school: School,
    people: People,
    days: Days,
    last: Laid,
    found: tuple[dict[str, Weakness], list[Topic]],
) -> None:
    weaknesses, topics = found
    steps = steps_of(school.this_year, days)
    times = {topic.key: courses.time_to_come(number, days) for number, topic in enumerate(topics)}
    times |= {key: courses.time_of(course, days) for key, course in school.courses.items()}
    unit = last.plan.unit
    laid = draft_plan(
        last,
        (days.year, days.year + 1),
        weaknesses,
        topics,
        by=people["thuky"],
        at=moment(steps.started),
        times=times,
    )
    reached = PlanState.UNDER_WAY if school.this_year == PlanState.ADJUSTED else school.this_year
    bring_to(laid, reached, steps, people)
    if school.courses:
        _carry_on(school, laid, people, days)
    if school.level == SchoolLevel.UPPER_SECONDARY:
        plan_of_several_years(unit, people, days)
    if school.courses:
        begin_assessment(unit, people, days, topics)


def _carry_on(school: School, laid: Laid, people: People, days: Days) -> None:
    """What has come of the running plan as far as today, and what the school tells others of it."""
    unit, is_adjusted = laid.plan.unit, school.this_year == PlanState.ADJUSTED
    assert unit.parent is not None
    team = Body.objects.of(unit).get(kind=BodyKind.MONITORING, until=None)
    set_aims(laid, people, days)
    make_known(laid, people, days)
    running.run(laid, people, days, school.courses)
    evidence.of_plan(unit, people, laid, on=days.share(0.7), keys=("data", "methods", "equipment", "safety"))
    held = watching.hold_rounds(laid, people, days, team, school.courses), watching.hold_reviews(laid, people, days)
    if is_adjusted:
        watching.propose_adjustment(laid, people, days.share(0.58), "equipment")
        adjust(laid, people, days, "equipment", on=days.share(0.7))
        papers.returned(laid, people, days, _officer(unit.parent))
    else:
        papers.of_this_year(laid, people, days, held, (_officer(unit.parent), _officer(unit.parent.parent)))
    publish_plan(laid.plan, parts=PUBLIC, by=people["hieutruong"], at=moment(days.share(0.08)))
    remind_unit(unit, on=days.ago(1), at=moment(days.ago(1), 6))


def _officer(unit: Unit | None) -> User:
    return User.objects.get(person__unit=unit, person__roles__role=Role.OFFICER)
