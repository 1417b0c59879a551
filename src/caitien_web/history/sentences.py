"""The Vietnamese sentence of each action. Every app says its own in a module `sentences`, as {action: sentence}.

A sentence is a format string over the entry's data; the actor stands before it, so it begins with the verb:
"ban hành kế hoạch năm học {school_year} số {number}".
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from caitien_web.history.models import Entry


@cache
def all_sentences() -> Mapping[str, str]:
    """The sentences of all apps by the action's name."""
    found: dict[str, str] = {}
    for config in apps.get_app_configs():
        if (
            config.name.startswith("caitien_web.")
            and config.label != "history"
            and find_spec(f"{config.name}.sentences")
        ):
            found |= import_module(f"{config.name}.sentences").SENTENCES
    return found


def sentence_for(action: str) -> str:
    """The format string of an action; KeyError where no app has said one."""
    return all_sentences()[action]


class _Gaps(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence(entry: Entry) -> str:
    """The entry as one sentence: "Hà Thị Mận ban hành kế hoạch năm học 2026 - 2027 số 12/KH-THCSBL."."""
    told = all_sentences().get(entry.action, entry.action).format_map(_Gaps(entry.data))
    end = "" if told.endswith((".", "…", "?", "!")) else "."  # what people wrote may end the sentence already
    return f"{entry.actor_name or 'Hệ thống'} {told}{end}"
