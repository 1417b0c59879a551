"""The index on SQLite: a contentless FTS5 table over terms, its rowid being SearchText's id."""

from collections.abc import Mapping

TERMS = (
    "coalesce({row}.frozen, (SELECT folded FROM plans_planitem WHERE id = {row}.item_id),"
    " (SELECT folded FROM plans_schoolplan WHERE id = {row}.plan_id AND {row}.item_id IS NULL), '')"
)
PUT = "INSERT INTO plans_search (rowid, terms) VALUES (new.id, new.marks || ' ' || " + TERMS.format(row="new") + ");"
TAKE = (
    "INSERT INTO plans_search (plans_search, rowid, terms) VALUES ('delete', old.id, old.marks || ' ' || "
    + TERMS.format(row="old")
    + ");"
)
TRIGGERS = (
    "plans_searchtext_put",
    "plans_searchtext_take",
    "plans_searchtext_marks",
    "plans_planitem_put",
    "plans_planitem_old",
    "plans_planitem_new",
    "plans_planitem_take",
    "plans_schoolplan_put",
    "plans_schoolplan_old",
    "plans_schoolplan_new",
    "plans_schoolplan_marks",
    "plans_schoolplan_opened",
    "plans_schoolplan_settled",
    "plans_schoolplan_take",
    "tenancy_unit_marks",
)
LIFT = [f"DROP TRIGGER IF EXISTS {name}" for name in TRIGGERS]
EMPTY = ["DELETE FROM plans_searchtext", "INSERT INTO plans_search (plans_search) VALUES ('delete-all')"]
IS_LAID = (
    "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name IN "
    f"{TRIGGERS} GROUP BY type HAVING count(*) = {len(TRIGGERS)}"
)


def lay(told: Mapping[str, str]) -> list[str]:
    """The statements that make the index and its triggers where they are missing, of the pieces that are told."""
    table = (
        "CREATE VIRTUAL TABLE IF NOT EXISTS plans_search USING fts5 (terms, content='', detail=none, columnsize=0, "
        "tokenize=\"unicode61 remove_diacritics 0 tokenchars '_=.-'\")"
    )
    item_changed = "old.folded IS NOT new.folded OR old.removed_at IS NOT new.removed_at"
    plan_marked = " OR ".join(
        f"old.{field} IS NOT new.{field}" for field in ("state", "from_year", "to_year", "adjusting", "unit_id")
    )
    take_item = "DELETE FROM plans_searchtext WHERE item_id = old.id"
    take_head = "DELETE FROM plans_searchtext WHERE plan_id = old.id AND item_id IS NULL AND frozen IS NULL;"
    take_frozen = "DELETE FROM plans_searchtext WHERE plan_id = new.id AND frozen IS NOT NULL;"
    put_frozen = f"{told['frozen_items']} AND p.id = new.id; {told['frozen_plans']} AND p.id = new.id;"
    mark_unit = (
        f"UPDATE plans_searchtext SET marks = {told['marks']} "
        "WHERE plan_id IN (SELECT id FROM plans_schoolplan WHERE unit_id = new.id);"
    )
    head_changed = "old.folded IS NOT new.folded"
    put_item, put_head = f"{told['of_items']} AND i.id = new.id;", f"{told['of_plans']} AND p.id = new.id;"
    mark_plan = f"UPDATE plans_searchtext SET marks = {told['marks']} WHERE plan_id = new.id;"
    triggers = {
        "plans_searchtext_put": ("AFTER INSERT ON plans_searchtext", "", PUT),
        "plans_searchtext_take": ("AFTER DELETE ON plans_searchtext", "", TAKE),
        "plans_searchtext_marks": (
            "AFTER UPDATE OF marks ON plans_searchtext",
            "old.marks IS NOT new.marks",
            TAKE + PUT,
        ),
        "plans_planitem_put": ("AFTER INSERT ON plans_planitem", "", put_item),
        "plans_planitem_old": ("BEFORE UPDATE ON plans_planitem", item_changed, f"{take_item} AND frozen IS NULL;"),
        "plans_planitem_new": ("AFTER UPDATE ON plans_planitem", item_changed, put_item),
        "plans_planitem_take": ("BEFORE DELETE ON plans_planitem", "", f"{take_item};"),
        "plans_schoolplan_put": ("AFTER INSERT ON plans_schoolplan", "", put_head),
        "plans_schoolplan_old": ("BEFORE UPDATE ON plans_schoolplan", head_changed, take_head),
        "plans_schoolplan_new": ("AFTER UPDATE ON plans_schoolplan", head_changed, put_head),
        "plans_schoolplan_marks": ("AFTER UPDATE ON plans_schoolplan", plan_marked, mark_plan),
        "plans_schoolplan_opened": (
            "AFTER UPDATE OF adjusting ON plans_schoolplan",
            "new.adjusting AND NOT old.adjusting",
            put_frozen,
        ),
        "plans_schoolplan_settled": (
            "AFTER UPDATE OF adjusting ON plans_schoolplan",
            "old.adjusting AND NOT new.adjusting",
            take_frozen,
        ),
        "plans_schoolplan_take": (
            "BEFORE DELETE ON plans_schoolplan",
            "",
            "DELETE FROM plans_searchtext WHERE plan_id = old.id;",
        ),
        "tenancy_unit_marks": ("AFTER UPDATE OF path ON tenancy_unit", "old.path IS NOT new.path", mark_unit),
    }
    return [table] + [
        f"CREATE TRIGGER IF NOT EXISTS {name} {event}{f' WHEN {when}' if when else ''} BEGIN {body} END"
        for name, (event, when, body) in triggers.items()
    ]
