"""The list of plans, beginning a plan, files on their way in."""

from typing import Any

from house.addresses import Address, the_school
from house.world import World
from web.files import a_file
from web.imports import an_import


def a_read_file(world: World) -> dict[str, Any]:
    return the_school(world) | {"key": an_import(world.school, a_file()).pk}


def with_page(world: World) -> dict[str, Any]:
    return a_read_file(world) | {"page": 1}


def an_authority(world: World) -> dict[str, Any]:
    return {"unit": world.commune.slug}


def one_of_many(world: World) -> dict[str, Any]:
    from caitien_web.plans.actions.imports import new_batch, receive_file
    from caitien_web.schools.models import Role
    from web.builders import NOW

    by = world.user(Role.OFFICER, world.commune)
    return an_authority(world) | {"key": receive_file(world.commune, a_file(), by=by, at=NOW, batch=new_batch()).pk}


def an_aim(world: World) -> dict[str, Any]:
    from caitien_web.plans.actions.strategy import note_aim
    from web.builders import NOW

    noted = note_aim(world.school, from_year=2026, to_year=2031, text="Thư viện đạt Mức 2", by=None, at=NOW)
    return the_school(world) | {"pk": noted.pk}


CELL = {"item": "0", "of": "7", "field": "note", "text": "Đã đối chiếu"}
SPLIT = {"item": "0", "of": "7", "field": "solution", "position": "12"}
ADDRESSES = {
    "plans": Address("plan.view_issued"),
    "plan-new": Address("plan.write"),
    "plan-new-empty": Address("plan.write"),
    "plan-new-last": Address("plan.write"),
    "plan-new-weaknesses": Address("plan.write"),
    "plan-new-file": Address("plan.write"),
    "plan-import": Address("plan.write", a_read_file),
    "plan-import-progress": Address("plan.write", a_read_file),
    "plan-import-picture": Address("plan.write", with_page, answers=(404,)),
    "plan-import-pages": Address("plan.write", a_read_file),
    "plan-import-file": Address("plan.write", a_read_file),
    "plan-import-cell": Address("plan.write", a_read_file, post=CELL),
    "plan-import-particular": Address("plan.write", a_read_file, post={"field": "number", "text": "5/KH"}),
    "plan-import-doubt": Address("plan.write", a_read_file, post={"number": "0"}),
    "plan-import-row": Address("plan.write", a_read_file, post={"what": "bo", "item": "0", "of": "7"}),
    "plan-import-split": Address("plan.write", a_read_file, post=SPLIT),
    "plan-import-undo": Address("plan.write", a_read_file, post={}),
    "plan-import-confirm": Address("plan.write", a_read_file, post={"from_year": "2025", "span": "1"}),
    "plan-import-drop": Address("plan.write", a_read_file, post={}),
    "plan-imports": Address("plan.import_many", an_authority),
    "plan-imports-table": Address("plan.import_many", an_authority),
    "plan-imports-drop-failed": Address("plan.import_many", an_authority, post={}),
    "plan-imports-confirm": Address("plan.import_many", an_authority, post={}),
    "plan-import-school": Address("plan.import_many", one_of_many, post={"school": ""}),
    "strategy": Address("plan.view"),
    "aim-new": Address("plan.write"),
    "aim": Address("plan.write", an_aim),
    "aim-give-up": Address("plan.write", an_aim),
    "aim-serve": Address("plan.write", an_aim),
    "plan-import-again": Address("plan.write", a_read_file, post={}),
}
