"""Filters for days, sums and the like, and the tags of the page's own parts; built into every template."""

from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from caitien_web.ui import vn

register = template.Library()
for _filter in (vn.day, vn.moment, vn.dong, vn.number, vn.period, vn.in_fours, vn.device):
    register.filter(_filter.__name__, _filter)


@register.filter
def of(mapping: Any, key: Any) -> Any:
    """mapping|of:key, "" where it is missing."""
    return mapping.get(key, "") if hasattr(mapping, "get") else getattr(mapping, str(key), "")


@register.filter
def edition_name(edition: str) -> str:
    """TT57-2026-PT as one cites it, “Thông tư 57/2026/TT-BGDĐT, Phụ lục II”; an unknown one as it is."""
    from caitien.frameworks import framework_ids, load_framework

    return load_framework(edition).document.name if edition in framework_ids() else edition


@register.simple_tag(takes_context=True)
def can(context: dict[str, Any], right: str) -> bool:
    """{% can "plan.write" as writes %}: has the person this right at the unit of the page?

    Where nobody's rights are known, as within a kept piece, nothing is offered by mistake: KeyError.
    """
    return right in context["rights"]


@register.simple_tag(takes_context=True)
def can_below(context: dict[str, Any], right: str) -> bool:
    """{% can_below "plan.view_issued" as opens %}: has the person this right at the units below that of the page?"""
    return right in context["rights_below"]


@register.simple_tag
def icon(name: str) -> SafeString:
    """A mark beside words, from the one sprite; never alone, so it is hidden from screen readers."""
    return mark_safe(f'<svg class="icon" aria-hidden="true"><use href="{static("ui/icons.svg")}#{name}"></use></svg>')
