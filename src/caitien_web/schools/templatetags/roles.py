"""Words for roles."""

from django import template

from caitien_web.schools.models import Role

register = template.Library()


@register.filter
def role_name(value: str) -> str:
    """The role as people call it; what is no role stays as it was typed."""
    return str(Role(value).label) if value in Role.values else value
