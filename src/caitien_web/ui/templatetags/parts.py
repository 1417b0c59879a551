"""Tags that draw a page's parts, built into every template: crumbs, pills, progress. docs/how-to/add-a-page.md"""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from caitien_web.ui import kept as pieces
from caitien_web.ui.pills import look_of
from caitien_web.ui.templatetags.vn import icon

register = template.Library()


@register.inclusion_tag("ui/crumbs.html")
def crumbs(*parts: Any) -> dict[str, Any]:
    """{% crumbs "Kế hoạch" plans_url "Năm học 2026 - 2027" %}: label and address in turn, the last label alone."""
    labels, addresses = parts[::2], (*parts[1::2], "")
    return {"crumbs": list(zip(labels, addresses, strict=False))}


@register.simple_tag
def kept(template_name: str, **told: Any) -> SafeString:
    """{% kept "ui/main_nav.html" navigation=navigation %}: an include that is drawn once for the same values.

    The template sees nothing but these values: no request, no person, no rights.
    """
    return pieces.kept(template_name, told)


@register.simple_tag
def pill(text: Any, tone: str = "plain", mark: str = "") -> SafeString:
    """{% pill "Quá hạn" "bad" "clock" %}: a short state by word, shape and tone."""
    return format_html('<span class="pill tone-{}">{}{}</span>', tone, icon(mark or "info"), text)


@register.simple_tag
def state_pill(state: Any, text: Any) -> SafeString:
    """{% state_pill plan.state plan.get_state_display %}: a state that ui.pills knows."""
    look = look_of(getattr(state, "value", state))
    solid = " pill-solid" if look.solid else ""
    return format_html('<span class="pill tone-{}{}">{}{}</span>', look.tone, solid, icon(look.icon), text)


@register.inclusion_tag("ui/progress.html")
def progress(done: int, total: int, label: str = "Tiến độ") -> dict[str, Any]:
    """{% progress 12 30 "Việc đã xong" %}: a bar with the numbers beside it."""
    return {"done": done, "total": total, "label": label, "percent": round(100 * done / total) if total else 0}
