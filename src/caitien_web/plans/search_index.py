"""The full-text index over plans: FTS5 on SQLite, GIN on PostgreSQL, kept by triggers in the transaction of the change.

SQLite loses a table's triggers when a migration makes the table anew, and no table can be renamed that a trigger names:
so they are lifted before migrations and laid after them, with the index made anew.
"""

from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from caitien_web.plans import search_postgresql, search_sqlite
from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.in_force import as_in_force
from caitien_web.plans.models import SchoolPlan, SearchText

# The marks of a plan p of a unit u. "=u…": what those find who write plans; "=v…": what an authority may find; "=w…":
# what the school's own people may find who do not write plans. Rows under adjustment are a draft again, which only
# those find who write it; the others find the rows of the version in force.
YEARS = "' =f' || p.from_year || ' =s' || p.state || ' =y' || p.from_year" + "".join(
    f" || CASE WHEN p.to_year - p.from_year > {n} THEN ' =y' || (p.from_year + {n}) ELSE '' END" for n in range(1, 10)
)
TO_WRITERS, TO_READERS = (f"' ={mark}' || replace(rtrim(u.path, '/'), '/', ' ={mark}')" for mark in "uv")
TO_STAFF = "' =w' || u.slug"
MARKS = (
    f"{YEARS} || {TO_WRITERS} || CASE WHEN p.adjusting THEN '' ELSE {TO_STAFF} END"
    f" || CASE WHEN p.state IN {FROM_SUBMISSION} AND NOT p.adjusting THEN {TO_READERS} ELSE '' END"
)
MARKS_IN_FORCE = f"{YEARS} || {TO_STAFF} || {TO_READERS}"
ITEMS = (
    "FROM plans_planitem i JOIN plans_schoolplan p ON p.id = i.plan_id JOIN tenancy_unit u ON u.id = p.unit_id "
    "WHERE i.removed_at IS NULL"
)
PLANS = "FROM plans_schoolplan p JOIN tenancy_unit u ON u.id = p.unit_id WHERE 1 = 1"
INTO = "INSERT INTO plans_searchtext (plan_id, item_id, marks, frozen)"
OF_ITEMS = f"{INTO} SELECT p.id, i.id, {MARKS}, NULL {ITEMS}"
OF_PLANS = f"{INTO} SELECT p.id, NULL, {MARKS}, NULL {PLANS}"
# What is in force as an adjustment is opened: the rows as they are then.
FROZEN_ITEMS = f"{INTO} SELECT p.id, i.id, {MARKS_IN_FORCE}, i.folded {ITEMS}"
FROZEN_PLANS = f"{INTO} SELECT p.id, NULL, {MARKS_IN_FORCE}, p.folded {PLANS}"
MARKS_OF_PLAN = (
    f"(SELECT CASE WHEN plans_searchtext.frozen IS NULL THEN {MARKS} ELSE {MARKS_IN_FORCE} END "
    "FROM plans_schoolplan p JOIN tenancy_unit u ON u.id = p.unit_id WHERE p.id = plans_searchtext.plan_id)"
)


def _dialect() -> Any:
    return search_postgresql if connection.vendor == "postgresql" else search_sqlite


def lay() -> None:
    """Make the index where it is missing, and the triggers that keep it."""
    told = {"of_items": OF_ITEMS, "of_plans": OF_PLANS, "frozen_items": FROZEN_ITEMS, "frozen_plans": FROZEN_PLANS}
    _run(_dialect().lay(told | {"marks": MARKS_OF_PLAN}))


def lift() -> None:
    """Take the triggers away."""
    _run(_dialect().LIFT)


def rebuild() -> None:
    """Make the index anew from the rows as they are."""
    if connection.vendor == "postgresql" and connection.in_atomic_block:
        connection.check_constraints()  # what waits for the end of the transaction forbids changing tables
    lay()
    lift()
    _run(_dialect().EMPTY)
    lay()
    _run([f"{OF_PLANS} ORDER BY p.from_year, p.id", f"{OF_ITEMS} ORDER BY p.from_year, p.id, i.place"])
    put_versions_in_force(SchoolPlan.everywhere.all())


def put_versions_in_force(plans: QuerySet[SchoolPlan]) -> None:
    """Take in what the versions in force say of those of the plans that came here while their adjustment was prepared.

    For an adjustment that is opened here the triggers do it.
    """
    plans = plans.filter(adjusting=True)
    frozen = SearchText.everywhere.filter(plan__in=plans).exclude(frozen=None)
    frozen.delete()
    for plan in plans.select_related("unit").iterator(chunk_size=100):
        shown = as_in_force(plan)
        texts = [(None, shown.terms()), *((row.pk, row.folded) for row in shown.rows())]
        SearchText.everywhere.bulk_create(SearchText(plan=plan, item_id=pk, frozen=terms) for pk, terms in texts)
    frozen.update(marks=RawSQL(MARKS_OF_PLAN, ()))


def is_laid() -> bool:
    """Do the triggers stand?"""
    with connection.cursor() as cursor:
        cursor.execute(_dialect().IS_LAID)
        return bool(cursor.fetchone())


def lift_before_migrations(plan: list[Any] | None = None, **_: Any) -> None:
    """Before migrations that change something: see the module's head. Those of an older edition go, too."""
    if plan:
        lift()


def lay_after_migrations(**_: Any) -> None:
    """After migrations: where the triggers are missing they are laid, and the index is made anew."""
    tables = connection.introspection.table_names()
    if "plans_searchtext" in tables and not is_laid():
        rebuild()


def _run(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
