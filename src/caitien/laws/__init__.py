"""The legal documents that plans cite, with their validity: data, and what it says about a number on a day.

lookup("18/2018/TT-BGDĐT", on=date(2026, 9, 1)).text
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "Law": "model",
    "LawStatus": "model",
    "Standing": "model",
    "all_laws": "registry",
    "lookup": "status",
    "number_key": "numbers",
    "registry_day": "registry",
}

__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'caitien.laws' has no attribute {name!r}")
    return getattr(import_module(f"caitien.laws.{_HOMES[name]}"), name)
