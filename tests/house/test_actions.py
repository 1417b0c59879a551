"""Actions leave a trace, and nobody reads over all units unasked."""

import ast
from functools import cache
from pathlib import Path

from house.repository import python_files, tree

WEB = [path for path in python_files("src") if path.parts[1] == "caitien_web" and "migrations" not in path.parts]
ACTIONS = [path for path in WEB if "actions" in path.parts or path.stem == "actions"]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

# Actions that are no act of a person to remember: who looks at which cell just now, an unconfirmed reading,
# the upkeep of counts.
WITHOUT_TRACE = {"be_present"}
# Rooms in which rows are made or changed in bulk, or that serve all units at once.
MAY_SAY_EVERYWHERE = {"actions", "tasks", "models", "demo", "search_index", "keeping", "figures", "listeners"}
# Modules that start from a row which was reached in scope, or read over all units to add up. Think twice before you
# add one: `Model.objects.of(unit)` is nearly always there.
ALSO = {
    "evidence/queries.py",  # joined to evidence in scope
    "history/record.py",  # writes the one table of the history
    "monitoring/forms/year_end.py",  # weaknesses of the plan's own items
    "monitoring/papers/compose.py",  # of one plan
    "monitoring/queries/account.py",  # of one plan
    "monitoring/queries/my_work.py",  # of one plan
    "monitoring/queries/papers.py",  # prefetched for rows in scope
    "monitoring/queries/reviews.py",  # of one chain of items
    "monitoring/queries/years.py",  # of one plan
    "plans/in_force.py",  # versions of plans whose rows are at hand
    "oversight/queries/schools.py",  # joined to units in scope
    "record/packing/names.py",  # people of other units whom rows in scope name
    "schools/queries/bodies.py",  # prefetched for rows in scope
    "schools/queries/tenures.py",  # of one unit, with those of other units who have a role there
}


def test_every_action_of_a_person_is_written_into_the_history():
    """What takes `by=` calls `record`, by itself or through what it calls."""
    silent = [
        f"{path}: {function.name}"
        for path in ACTIONS
        for function in tree(path).body
        if isinstance(function, FUNCTIONS)
        and not function.name.startswith("_")
        and function.name not in WITHOUT_TRACE
        and "by" in {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
        and not reaches_record(function.name)
    ]
    assert silent == []


@cache
def calls() -> dict[str, set[str]]:
    """Each function of the rooms of actions, by its name, with the names that it calls."""
    found: dict[str, set[str]] = {}
    for path in ACTIONS:
        for function in ast.walk(tree(path)):
            if isinstance(function, FUNCTIONS):
                named = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
                found.setdefault(function.name, set()).update(filter(None, map(name_of, named)))
    return found


def name_of(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


def reaches_record(name: str, seen: frozenset[str] = frozenset()) -> bool:
    called = calls().get(name, set())
    return "record" in called or any(
        reaches_record(other, seen | {name}) for other in called - seen - {name} if other in calls()
    )


def test_reads_over_all_units_are_in_the_places_that_may():
    """`everywhere` has no scope: pages go by `objects`, with `of(unit)` or `within(unit)`."""
    found: dict[str, list[int]] = {}
    for path in WEB:
        asked = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
        lines = [one.lineno for one in asked if isinstance(one, ast.Attribute) and is_asked_everywhere(one)]
        if lines and not MAY_SAY_EVERYWHERE & set(rooms(path)) and "/".join(path.parts[2:]) not in ALSO:
            found[str(path)] = lines
    assert found == {}


def is_asked_everywhere(called: ast.Attribute) -> bool:
    """Model.everywhere.filter(…), but not .none(), which asks nothing."""
    return isinstance(called.value, ast.Attribute) and called.value.attr == "everywhere" and called.attr != "none"


def rooms(path: Path) -> list[str]:
    return [part.removesuffix(".py") for part in path.parts]
