"""The steps of plans, comments, versions, exports, the public pages."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from caitien_web.plans.actions import (
    Signing,
    approve_plan,
    attach_signed_file,
    comment_on,
    consult_plan,
    issue_plan,
    publish_plan,
    submit_plan,
)
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.next_steps import STEPS
from caitien_web.schools.models import Role
from house.addresses import OPEN, Address, the_school
from house.world import World
from web.builders import NOW, a_plan

SIGNING = Signing("12/KH-THSN", date(2026, 9, 14), "Hiệu trưởng", "Hà Thị Mận")


def the_draft(world: World) -> dict[str, Any]:
    return _named(a_plan(world.school))


def the_consulted(world: World) -> dict[str, Any]:
    plan = a_plan(world.school)
    consult_plan(plan, until=date(2099, 1, 1), by=None, at=NOW)
    return _named(plan)


def the_comment(world: World) -> dict[str, Any]:
    plan = a_plan(world.school)
    consult_plan(plan, until=date(2099, 1, 1), by=None, at=NOW)
    said = comment_on(plan, "Thêm kinh phí", by=world.user(Role.PARENT), at=NOW)
    return _named(plan) | {"comment": said.pk}


def the_issued(world: World) -> dict[str, Any]:
    plan = a_plan(world.school)
    submit_plan(plan, by=None, at=NOW)
    approve_plan(plan, by=None, at=NOW)
    issue_plan(plan, SIGNING, by=None, at=NOW)
    return _named(plan)


def the_public(world: World) -> dict[str, Any]:
    named = the_issued(world)
    plan = SchoolPlan.objects.of(world.school).get()
    publish_plan(plan, parts=["table", "table.solution"], by=None, at=NOW)
    return named


def the_version(world: World, **more: Any) -> dict[str, Any]:
    return the_issued(world) | {"number": 1} | more


def the_file(world: World) -> dict[str, Any]:
    named = the_version(world)
    version = SchoolPlan.objects.of(world.school).get().versions.get()
    scan = SimpleUploadedFile("ban-ky.pdf", b"%PDF-1.7\n")
    return named | {"file": attach_signed_file(version, scan, by=None, at=NOW).pk}


def _named(plan: SchoolPlan) -> dict[str, Any]:
    return {"unit": plan.unit.slug, "period": plan.slug}


SEEN = Address("plan.view_issued", the_issued)
ADDRESSES = {
    **{step.name: Address(step.right, the_draft) for step in STEPS},
    "plan-history": SEEN,
    "plan-versions": SEEN,
    "plan-comparison": SEEN,
    "plan-export": SEEN,
    "plan-comments": SEEN,
    "plan-comment": Address("plan.comment", the_consulted, post={"text": "Thêm kinh phí"}),
    "plan-answer": Address("plan.consult", the_comment),
    "plan-consultation": Address("plan.consult", the_consulted),
    "plan-consultation-document": Address("plan.consult", lambda world: the_consulted(world) | {"ending": "docx"}),
    "plan-version-document": replace(SEEN, given=lambda world: the_version(world, ending="json")),
    "plan-document": replace(SEEN, given=lambda world: the_issued(world) | {"ending": "json"}),
    "plan-file": replace(SEEN, given=the_file),
    "plan-attach": Address("plan.issue", the_version, post={}),
    "plan-public-preview": Address("plan.issue", the_issued),
    "plan-public-notice": Address("plan.issue", lambda world: the_public(world) | {"ending": "docx"}),
    "public-unit": Address(OPEN, the_school),
    "public-plan": Address(OPEN, the_public),
    "public-plan-qr": Address(OPEN, the_public),
}
