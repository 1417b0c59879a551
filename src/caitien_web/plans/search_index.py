"""The full-text index over plans: FTS5 on SQLite, GIN on PostgreSQL, kept by triggers in the transaction of the change.

SQLite loses a table's triggers when a migration makes the table anew, and no table can be renamed that a trigger names:
so they are lifted before migrations and laid after them, with the index made anew.
"""

from typing import Any

from django.db import connection

from caitien_web.plans import search_postgresql, search_sqlite
from caitien_web.plans.access import FROM_SUBMISSION

# The marks of a plan p of a unit u. "=v…": what an authority may find; "=w…": what the school's own people may find who
# do not write plans. Rows under adjustment are a draft again, which only those find who write it.
MARKS = (
    "'=u' || replace(rtrim(u.path, '/'), '/', ' =u') || ' =f' || p.from_year || ' =s' || p.state"
    f" || CASE WHEN p.state IN {FROM_SUBMISSION} AND NOT p.adjusting "
    "THEN ' =v' || replace(rtrim(u.path, '/'), '/', ' =v') ELSE '' END"
    " || CASE WHEN p.adjusting THEN '' ELSE ' =w' || u.slug END"
    " || ' =y' || p.from_year"
) + "".join(
    f" || CASE WHEN p.to_year - p.from_year > {n} THEN ' =y' || (p.from_year + {n}) ELSE '' END" for n in range(1, 10)
)
OF_ITEMS = (
    f"INSERT INTO plans_searchtext (plan_id, item_id, marks) SELECT p.id, i.id, {MARKS} FROM plans_planitem i "
    "JOIN plans_schoolplan p ON p.id = i.plan_id JOIN tenancy_unit u ON u.id = p.unit_id WHERE i.removed_at IS NULL"
)
OF_PLANS = (
    f"INSERT INTO plans_searchtext (plan_id, item_id, marks) SELECT p.id, NULL, {MARKS} FROM plans_schoolplan p "
    "JOIN tenancy_unit u ON u.id = p.unit_id WHERE 1 = 1"
)
MARKS_OF_PLAN = (
    f"(SELECT {MARKS} FROM plans_schoolplan p JOIN tenancy_unit u ON u.id = p.unit_id "
    "WHERE p.id = plans_searchtext.plan_id)"
)


def _dialect() -> Any:
    return search_postgresql if connection.vendor == "postgresql" else search_sqlite


def lay() -> None:
    """Make the index where it is missing, and the triggers that keep it."""
    _run(_dialect().lay(OF_ITEMS, OF_PLANS, MARKS_OF_PLAN))


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


def is_laid() -> bool:
    """Do the triggers stand?"""
    with connection.cursor() as cursor:
        cursor.execute(_dialect().IS_LAID)
        return bool(cursor.fetchone())


def lift_before_migrations(plan: list[Any] | None = None, **_: Any) -> None:
    """Before migrations that change something: see the module's head."""
    if plan and is_laid():
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
