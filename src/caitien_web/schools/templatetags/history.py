"""The history of one row, to put on its page: {% load history %}{% history_of plan %}."""

from typing import Any

from django import template
from django.db import models

from caitien_web.history.differences import differences
from caitien_web.history.queries import entries_about
from caitien_web.history.sentences import sentence

register = template.Library()


@register.inclusion_tag("schools/history_entries.html", takes_context=True)
def history_of(context: dict[str, Any], subject: models.Model, most: int = 20) -> dict[str, Any]:
    """The last entries about a row of the unit, with what they changed; nothing for who may not see the history."""
    if "history.view" not in context.get("rights", ()):
        return {}
    found = entries_about(subject, unit=context["unit"])[:most]
    return {"entries": [(entry, sentence(entry), differences(entry)) for entry in found]}
