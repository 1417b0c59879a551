"""The options of a list of criteria, made once for all rows of a page."""

from functools import cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
Choices = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@register.simple_tag
def criterion_options(choices: Choices, chosen: str) -> SafeString:
    """The options by standard, with the chosen one selected."""
    value = format_html('<option value="{}"', chosen)
    return mark_safe(_options(choices).replace(value, f"{value} selected", 1) if chosen else _options(choices))


@cache
def _options(choices: Choices) -> str:
    made = ((standard, format_html_join("", '<option value="{}">{}</option>', own)) for standard, own in choices)
    return format_html_join("", '<optgroup label="{}">{}</optgroup>', made)
