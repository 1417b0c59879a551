"""A value of a record as a column takes it, or the words that say why it cannot be."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

_TYPES: tuple[tuple[type[models.Field], type], ...] = (
    (models.BooleanField, bool),
    (models.IntegerField, int),
    (models.JSONField, object),
)


class Fault(ValueError):
    """A value that no column of this kind takes; the text is Vietnamese."""


def revived(field: Any, value: Any) -> Any:
    """The value of a column that names no other row."""
    if value is None:
        if field.null or isinstance(field, models.JSONField):
            return None
        raise Fault("để trống")
    expected = next((kind for known, kind in _TYPES if isinstance(field, known)), str)
    if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
        raise Fault("sai kiểu dữ liệu")
    if isinstance(field, models.JSONField):
        return value
    try:
        found = field.to_python(value)
        field.run_validators(found)
    except (ValidationError, ValueError, ArithmeticError):
        raise Fault(f"giá trị “{str(value)[:40]}” không hợp lệ") from None
    if field.choices and found != "" and found not in dict(field.flatchoices):
        raise Fault(f"giá trị lạ “{str(value)[:40]}”")
    if isinstance(found, datetime) and found.tzinfo is None:
        raise Fault(f"thời điểm “{str(value)[:40]}” thiếu múi giờ")
    return found


def of_nothing(field: Any) -> Any:
    """What a column holds where a record of an older edition has none."""
    if field.has_default() or field.null:
        return field.get_default()
    if field.empty_strings_allowed and field.blank:
        return ""
    raise Fault("thiếu")
