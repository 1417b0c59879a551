"""Names and sizes: every module says what it is for, and nothing grows without a guard."""

import ast
import re
import warnings

from house.repository import ROOT, python_files, tree

MANY_LINES, MOST_LINES = 300, 400
MOST_LINES_OF_A_FUNCTION = 60
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "common", "core", "base", "misc", "manager", "service"}
INTERFACE = {"add_arguments", "run", "read", "main"}  # what every command, format or script has
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
EVERYTHING = [path for path in python_files("src", "tests", "scripts") if "migrations" not in path.parts]
LIBRARY = [path for path in python_files("src") if "migrations" not in path.parts]  # Django writes migrations


def test_every_module_says_what_it_is_for():
    assert [str(path) for path in EVERYTHING if not ast.get_docstring(tree(path))] == []


def test_files_stay_readable():
    lines = {str(path): len((ROOT / path).read_text("utf-8").splitlines()) for path in LIBRARY}
    for path, count in lines.items():
        if count > MANY_LINES:
            warnings.warn(f"{path} has {count} lines; think of a second file", stacklevel=1)
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def test_functions_stay_readable():
    long = {f"{path}: {name}": lines for path in EVERYTHING for name, lines in function_sizes(tree(path)).items()}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES_OF_A_FUNCTION} == {}


def test_names_say_something():
    parts = {part.removesuffix(".py") for path in EVERYTHING for part in path.parts}
    classes = {node.name for path in EVERYTHING for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)}
    endings = {re.findall(r"[A-Z][a-z]*|$", name)[-2] for name in classes if name[0].isupper()}
    assert not {name.casefold() for name in parts | endings} & EMPTY_NAMES


def test_public_functions_say_what_one_gets():
    """A function of more than a few lines that others may call is explained; short ones are told by their signature."""
    silent = [
        f"{path}: {node.name}"
        for path in LIBRARY
        for node in tree(path).body
        if isinstance(node, FUNCTIONS)
        and not node.name.startswith("_")
        and node.name not in INTERFACE
        and (node.end_lineno or 0) - node.lineno > 8
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_tests_that_need_what_is_beside_the_clone_say_so():
    reads = re.compile(r"[\"']shared[\"']|\bSHARED\b")
    silent = [
        str(path)
        for path in python_files("tests")
        if path.name.startswith("test_")
        and reads.search(text := (ROOT / path).read_text("utf-8"))
        and "needs_shared" not in text
    ]
    assert silent == []


def test_no_test_is_skipped():
    """What cannot run here fails. Only the marker needs_shared leaves tests out, and the summary says so."""
    quiet = {"skip", "skipif", "importorskip", "xfail"}
    found = {
        str(path): used
        for path in python_files("tests")
        if (used := {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)} & quiet)
    }
    assert found == {}


def function_sizes(module: ast.Module) -> dict[str, int]:
    nodes = (node for node in ast.walk(module) if isinstance(node, FUNCTIONS))
    return {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in nodes}
