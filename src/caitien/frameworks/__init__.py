"""The standards of the circulars: editions as data, which one applies on a day, what results amount to.

    framework = framework_for("lower_secondary", on=date(2024, 9, 1))
    framework.criterion("3.4").title

Everything is loaded on first use.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "CannotFindFramework": "load",
    "CannotJudge": "marks",
    "Criterion": "model",
    "Framework": "model",
    "Indicator": "model",
    "Level": "model",
    "MET": "marks",
    "Mark": "marks",
    "NOT_ASSESSED": "marks",
    "NOT_MET": "marks",
    "Outcome": "recognition",
    "Point": "marks",
    "SCHOOL_LEVELS": "model",
    "Standard": "model",
    "State": "marks",
    "all_frameworks": "load",
    "criterion_titles": "load",
    "crosswalk": "successors",
    "crosswalk_source": "successors",
    "earlier_documents": "load",
    "framework_data": "load",
    "framework_for": "load",
    "framework_ids": "load",
    "not_applicable": "marks",
    "judge_criterion": "recognition",
    "judge_each_level": "recognition",
    "judge_school": "recognition",
    "load_framework": "load",
    "predecessors": "successors",
    "recognise": "awards",
}

__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'caitien.frameworks' has no attribute {name!r}")
    return getattr(import_module(f"caitien.frameworks.{_HOMES[name]}"), name)
