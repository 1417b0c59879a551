"""What an entry changed, in words: field, before, after."""

from typing import NamedTuple

from django.apps import apps
from django.db import models

from caitien_web.history.models import Entry

# Fields whose model says no words of its own.
WORDS = {
    "abbreviation": "Tên viết tắt",
    "address": "Địa chỉ",
    "edition": "Bộ tiêu chuẩn",
    "governing_body": "Cơ quan chủ quản",
    "level": "Cấp học",
    "name": "Tên",
    "opened_on": "Ngày thành lập",
    "ownership": "Loại hình",
    "place": "Địa danh",
    "website": "Trang thông tin điện tử",
}


class Difference(NamedTuple):
    """One field that an action changed."""

    words: str
    before: str
    after: str


def differences(entry: Entry) -> list[Difference]:
    """The fields that the action changed, with the words of their forms and choices."""
    changed = entry.data.get("changes")
    if not isinstance(changed, dict):
        return []
    fields = _fields(entry.subject_type)
    return [
        Difference(_words(name, fields.get(name)), *(_shown(text, fields.get(name)) for text in pair))
        for name, pair in changed.items()
        if isinstance(pair, list) and len(pair) == 2
    ]


def _fields(subject_type: str) -> dict[str, models.Field]:
    try:
        return {field.name: field for field in apps.get_model(subject_type)._meta.fields}
    except (LookupError, ValueError):
        return {}


def _words(name: str, field: models.Field | None) -> str:
    own = str(field.verbose_name) if field and field.verbose_name != name.replace("_", " ") else ""
    found = WORDS.get(name) or own or name
    return found[:1].upper() + found[1:]


def _shown(text: str, field: models.Field | None) -> str:
    choices = dict(field.flatchoices) if field else {}
    return str(choices.get(text, text))
