"""Tables that only grow: the database refuses UPDATE and DELETE, whoever asks. For migrations."""

from typing import Any

from django.db import migrations


def append_only(table: str) -> migrations.RunPython:
    """A migration step that guards a table with triggers, on SQLite and on PostgreSQL.

    To be laid again after every change of the table: SQLite makes the table anew and loses its triggers.
    """

    def lay(apps: Any, schema_editor: Any) -> None:
        lift(apps, schema_editor)
        for statement in _statements(table, schema_editor.connection.vendor):
            schema_editor.execute(statement, None)

    def lift(apps: Any, schema_editor: Any) -> None:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        for what in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{what}{on}")

    return migrations.RunPython(lay, lift)


def _statements(table: str, vendor: str) -> list[str]:
    if vendor == "postgresql":
        function = (
            "CREATE OR REPLACE FUNCTION caitien_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME; END $$"
        )
        return [function] + [
            f"CREATE TRIGGER {table}_no_{what} BEFORE {what.upper()} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION caitien_only_grows()"
            for what in ("update", "delete")
        ]
    return [
        f"CREATE TRIGGER {table}_no_{what} BEFORE {what.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted'); END"
        for what in ("update", "delete")
    ]
