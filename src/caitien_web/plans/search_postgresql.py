"""The index on PostgreSQL: a tsvector beside each SearchText, under a GIN index; no extension is needed."""

from collections.abc import Mapping

TABLES = ("plans_searchtext", "plans_planitem", "plans_schoolplan", "tenancy_unit")
LIFT = [f"DROP TRIGGER IF EXISTS {table}_search ON {table}" for table in TABLES]
EMPTY = ["TRUNCATE plans_searchtext"]
NAMES = ", ".join(f"'{table}_search'" for table in TABLES)
IS_LAID = f"SELECT 1 FROM pg_trigger WHERE tgname IN ({NAMES}) HAVING count(*) = {len(TABLES)}"

VECTOR = """
  NEW.terms := array_to_tsvector(array_remove(string_to_array(NEW.marks || ' ' || coalesce(NEW.frozen,
    (SELECT folded FROM plans_planitem WHERE id = NEW.item_id),
    (SELECT folded FROM plans_schoolplan WHERE id = NEW.plan_id AND NEW.item_id IS NULL), ''), ' '), ''));
  RETURN NEW;"""
OF_ITEM = """
  IF TG_OP = 'DELETE' THEN DELETE FROM plans_searchtext WHERE item_id = OLD.id; RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.folded = NEW.folded AND OLD.removed_at IS NOT DISTINCT FROM NEW.removed_at THEN RETURN NULL; END IF;
    DELETE FROM plans_searchtext WHERE item_id = NEW.id AND frozen IS NULL;
  END IF;
  {of_items} AND i.id = NEW.id;
  RETURN NULL;"""
OF_PLAN = """
  IF TG_OP = 'DELETE' THEN DELETE FROM plans_searchtext WHERE plan_id = OLD.id; RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN {of_plans} AND p.id = NEW.id; RETURN NULL; END IF;
  IF OLD.folded <> NEW.folded THEN
    DELETE FROM plans_searchtext WHERE plan_id = NEW.id AND item_id IS NULL AND frozen IS NULL;
    {of_plans} AND p.id = NEW.id;
  END IF;
  IF (OLD.state, OLD.from_year, OLD.to_year, OLD.adjusting, OLD.unit_id)
     <> (NEW.state, NEW.from_year, NEW.to_year, NEW.adjusting, NEW.unit_id) THEN
    UPDATE plans_searchtext SET marks = {marks} WHERE plan_id = NEW.id;
  END IF;
  IF NEW.adjusting AND NOT OLD.adjusting THEN
    {frozen_items} AND p.id = NEW.id;
    {frozen_plans} AND p.id = NEW.id;
  END IF;
  IF OLD.adjusting AND NOT NEW.adjusting THEN
    DELETE FROM plans_searchtext WHERE plan_id = NEW.id AND frozen IS NOT NULL;
  END IF;
  RETURN NULL;"""
OF_UNIT = """
  IF OLD.path <> NEW.path THEN
    UPDATE plans_searchtext SET marks = {marks}
      WHERE plan_id IN (SELECT id FROM plans_schoolplan WHERE unit_id = NEW.id);
  END IF;
  RETURN NULL;"""


def lay(told: Mapping[str, str]) -> list[str]:
    """The statements that make the index and its triggers where they are missing, of the pieces that are told."""
    found = [
        "ALTER TABLE plans_searchtext ADD COLUMN IF NOT EXISTS terms tsvector",
        "CREATE INDEX IF NOT EXISTS plans_searchtext_terms ON plans_searchtext USING gin (terms)",
    ]
    triggers = {
        "plans_searchtext": ("BEFORE INSERT OR UPDATE OF marks", VECTOR),
        "plans_planitem": ("AFTER INSERT OR UPDATE OR DELETE", OF_ITEM),
        "plans_schoolplan": ("AFTER INSERT OR UPDATE OR DELETE", OF_PLAN),
        "tenancy_unit": ("AFTER UPDATE OF path", OF_UNIT),
    }
    for table, (event, template) in triggers.items():
        body = template.format(**told)
        found += [
            f"CREATE OR REPLACE FUNCTION {table}_search() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$",
            f"CREATE OR REPLACE TRIGGER {table}_search {event} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_search()",
        ]
    return found
