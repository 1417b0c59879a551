"""Words for roles and for editions of the standards."""

from django import template

from caitien.findings import CannotRead
from caitien.frameworks import load_framework
from caitien.vietnamese.dates import say_day
from caitien_web.schools.models import Role

register = template.Library()


@register.filter
def role_name(value: str) -> str:
    """The role as people call it; what is no role stays as it was typed."""
    return str(Role(value).label) if value in Role.values else value


@register.filter
def edition_name(value: str) -> str:
    """The circular of an edition: "57/2026/TT-BGDĐT, áp dụng từ 07/7/2026"."""
    try:
        edition = load_framework(value)
    except CannotRead:
        return value
    return f"{edition.document.number}, áp dụng từ {say_day(edition.valid_from)}"
