"""The database's own guard on a plan's steps: whoever writes, no step follows but those of `caitien.plan.status`."""

from typing import Any

from django.db import migrations

from caitien.plan.status import STATUSES, may_follow

TABLE = "plans_schoolplan"


def guarded_states() -> migrations.RunPython:
    """A migration step that lays the guard anew, by the steps as they are known now."""
    return migrations.RunPython(_lay, _lift)


def _lay(apps: Any, schema_editor: Any) -> None:
    _lift(apps, schema_editor)
    for statement in _statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, None)


def _lift(apps: Any, schema_editor: Any) -> None:
    on = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_state{on}")


def _statements(vendor: str) -> list[str]:
    allowed = ", ".join(f"'{before}>{after}'" for before in STATUSES for after in STATUSES if may_follow(after, before))
    when = f"OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN ({allowed})"
    if vendor == "postgresql":
        function = (
            "CREATE OR REPLACE FUNCTION caitien_no_such_step() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'a plan does not go from % to %', OLD.state, NEW.state; END $$"
        )
        trigger = (
            f"CREATE TRIGGER {TABLE}_state BEFORE UPDATE ON {TABLE} FOR EACH ROW WHEN ({when}) "
            "EXECUTE FUNCTION caitien_no_such_step()"
        )
        return [function, trigger]
    return [
        f"CREATE TRIGGER {TABLE}_state BEFORE UPDATE ON {TABLE} WHEN {when} "
        "BEGIN SELECT RAISE(ABORT, 'a plan does not take this step'); END"
    ]
