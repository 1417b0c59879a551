"""Triggers that give a plan another stamp with every change of what its page shows, on SQLite and on PostgreSQL.

The database does it, and not the actions, so that no way of writing can be forgotten. SQLite loses a table's triggers
when a migration makes the table anew: so they are lifted before migrations that change something, and laid after them.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connection

# Table: the plan that a changed row belongs to, on SQLite and on PostgreSQL. {row} is NEW or OLD.
CHANGED = {
    "plans_schoolplan": ("{row}.id", "{row}.id"),
    "plans_planitem": ("{row}.plan_id", "{row}.plan_id"),
    "plans_cellchange": ("{row}.plan_id", "{row}.plan_id"),
    "plans_setaside": ("{row}.plan_id", "{row}.plan_id"),
    "history_entry": (
        "CASE {row}.subject_type WHEN 'plans.schoolplan' THEN replace({row}.subject_id, '-', '') END",
        "CASE {row}.subject_type WHEN 'plans.schoolplan' THEN {row}.subject_id::uuid END",
    ),
}
EVENTS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}
VALUE = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "gen_random_uuid()::text"}  # never given twice


def lay() -> None:
    """Lay the triggers anew, and stamp the plans that have no stamp."""
    lift()
    _run(_laid_on_postgresql() if _vendor() == "postgresql" else _laid_on_sqlite())


def lift() -> None:
    """Take the triggers away, and every stamp anew: nothing would change it while they are away."""
    on = " ON {table}" if _vendor() == "postgresql" else ""
    _run(f"DROP TRIGGER IF EXISTS {_name(table, event)}{on.format(table=table)}" for table, event in _all())
    _run([f"UPDATE plans_planstamp SET value = {VALUE[_vendor()]}"])


def is_laid() -> bool:
    """Do all the triggers stand?"""
    catalogue = "SELECT tgname FROM pg_trigger" if _vendor() == "postgresql" else "SELECT name FROM sqlite_master"
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        return {_name(table, event) for table, event in _all()} <= {name for (name,) in cursor.fetchall()}


def lift_before_migrations(plan: list[Any] | None = None, **_: Any) -> None:
    """Before migrations that change something: see the module's head."""
    if plan and _has_table() and is_laid():
        lift()


def lay_after_migrations(**_: Any) -> None:
    """After migrations, where one of the triggers is missing."""
    if _has_table() and not is_laid():
        lay()


def _laid_on_sqlite() -> Iterator[str]:
    yield _first_stamps()
    for table, event in _all():
        row = EVENTS[event]
        plan, _ = CHANGED[table]
        body = f"UPDATE plans_planstamp SET value = {VALUE['sqlite']} WHERE plan_id = {plan.format(row=row)};"
        if (table, event) == ("plans_schoolplan", "insert"):
            body = f"INSERT INTO plans_planstamp (plan_id, value) VALUES (NEW.id, {VALUE['sqlite']});"
        if (table, event) == ("plans_schoolplan", "delete"):
            body = "DELETE FROM plans_planstamp WHERE plan_id = OLD.id;"
        yield f"CREATE TRIGGER {_name(table, event)} AFTER {event.upper()} ON {table} BEGIN {body} END"


def _laid_on_postgresql() -> Iterator[str]:
    """Once a statement and not once a row: a paste of hundreds of cells sets one stamp."""
    yield _first_stamps()
    for table, event in _all():
        row = EVENTS[event]
        _, plan = CHANGED[table]
        body = (
            f"UPDATE plans_planstamp SET value = {VALUE['postgresql']} "
            f"WHERE plan_id IN (SELECT {plan.format(row='changed')} FROM changed);"
        )
        if (table, event) == ("plans_schoolplan", "insert"):
            body = f"INSERT INTO plans_planstamp (plan_id, value) SELECT id, {VALUE['postgresql']} FROM changed;"
        if (table, event) == ("plans_schoolplan", "delete"):
            body = "DELETE FROM plans_planstamp WHERE plan_id IN (SELECT id FROM changed);"
        name = _name(table, event)
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {body} RETURN NULL; END $$"
        )
        yield (
            f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} REFERENCING {row} TABLE AS changed "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )


def _first_stamps() -> str:
    return (
        f"INSERT INTO plans_planstamp (plan_id, value) SELECT id, {VALUE[_vendor()]} FROM plans_schoolplan "
        "WHERE id NOT IN (SELECT plan_id FROM plans_planstamp)"
    )


def _all() -> Iterator[tuple[str, str]]:
    return ((table, event) for table in CHANGED for event in EVENTS)


def _name(table: str, event: str) -> str:
    return f"{table}_stamp_{event}"


def _vendor() -> str:
    return connection.vendor


def _has_table() -> bool:
    return "plans_planstamp" in connection.introspection.table_names()


def _run(statements: Any) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
