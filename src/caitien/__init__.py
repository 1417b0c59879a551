"""caitien: a school's quality improvement plan, from any file to data and back.

    from caitien import read_plan
    reading = read_plan("ke-hoach.docx")
    reading.plan.items[0].solution, reading.findings

Everything is loaded on first use, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "CannotRead": "caitien.findings",
    "CannotWrite": "caitien.findings",
    "Finding": "caitien.findings",
    "Place": "caitien.findings",
    "Position": "caitien.findings",
    "Severity": "caitien.findings",
    "OfficialPaper": "caitien.layouts.paper",
    "Plan": "caitien.plan",
    "Reading": "caitien.reading",
    "check_plan": "caitien.checks",
    "framework_for": "caitien.frameworks",
    "load_framework": "caitien.frameworks",
    "lookup_law": "caitien.laws",
    "plan_document": "caitien.writing",
    "plan_from_json": "caitien.plan",
    "plan_to_json": "caitien.plan",
    "read_plan": "caitien.reading",
    "write_paper": "caitien.writing",
    "write_plan": "caitien.writing",
}
_NAMES = {"lookup_law": "lookup", "plan_from_json": "from_json", "plan_to_json": "to_json"}

__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'caitien' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), _NAMES.get(name, name))
