"""Self-assessment, assessment from outside, recognition."""

from typing import Any

from caitien_web.assessment.actions import add_weakness, open_assessment, record_external
from house.addresses import Address, the_school
from house.world import World
from web.builders import NOW

EDITION = "TT57-2026-PT"


def one(world: World) -> dict[str, Any]:
    made = open_assessment(world.school, from_year=2026, edition=EDITION, by=None, at=NOW)
    return the_school(world) | {"key": made.pk}


def a_criterion(world: World) -> dict[str, Any]:
    return one(world) | {"code": "1.1"}


def an_external(world: World) -> dict[str, Any]:
    about = {"edition": EDITION, "assessed_on": NOW.date(), "team": "Đoàn đánh giá ngoài"}
    return the_school(world) | {"key": record_external(world.school, by=None, at=NOW, **about).pk}


def a_weakness(world: World) -> dict[str, Any]:
    made = add_weakness(world.school, edition=EDITION, criterion="1.1", text="Chậm.", by=None, at=NOW)
    return the_school(world) | {"key": made.pk}


ADDRESSES = {
    "assessments": Address("assessment.view"),
    "assessment-new": Address("assessment.write"),
    "assessment": Address("assessment.view", one),
    "assessment-criterion": Address("assessment.view", a_criterion),
    "assessment-clauses": Address("assessment.write", one, post={}),
    "assessment-finish": Address("assessment.write", one),
    "assessment-reopen": Address("assessment.write", one, post={}),
    "assessment-approve": Address("assessment.approve", one),
    "assessment-follow": Address("assessment.write", one, post={}),
    "weakness": Address("assessment.write", a_weakness, post={"state": "kept"}),
    "external-assessment-new": Address("assessment.write"),
    "external-assessment": Address("assessment.view", an_external),
    "recognition-new": Address("assessment.write"),
}
