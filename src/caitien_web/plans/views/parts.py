"""The parts beside the table, section by section, and the official page as it would be printed now."""

import re
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_POST

from caitien.writing import plan_document
from caitien_web.plans.access import enter_plan, may_write
from caitien_web.plans.actions.draft_marks import clear_part_marks
from caitien_web.plans.actions.parts import PartChanged, mark_of, write_part
from caitien_web.plans.convert import to_plan
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.parts import laws_offered, parts_shown, shown_section
from caitien_web.plans.sections import BY_KEY, held, typed

# The preview is a document of its own: no script can run in it, nothing is fetched but our fonts and style sheet. The
# library's page says widths in style attributes; only here, where nothing but escaped text stands, they are allowed.
PREVIEW_POLICY = {
    "default-src": [NONE],
    "style-src": [SELF, UNSAFE_INLINE],
    "font-src": [SELF],
    "img-src": ["data:"],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [SELF],
    "sandbox": ["allow-same-origin"],
}


@require_GET
def parts_page(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """All sections beside the preview."""
    plan = enter_plan(request, unit, period)
    return _page(request, plan)


@require_POST
def part(request: HttpRequest, unit: str, period: str, key: str) -> HttpResponse:
    """Save one section: for the script as JSON, for a form with the page again."""
    plan = enter_plan(request, unit, period, "plan.write")
    section = BY_KEY.get(key)
    if section is None:
        raise Http404("Kế hoạch không có phần này.")
    value = typed(section, request.POST, held(plan, section))
    base = request.POST.get("base", "")
    try:
        write = clear_part_marks if "clear" in request.POST else write_part
        saved = write(plan, section, value, base=base, by=request.user, at=timezone.now())
    except PartChanged as refusal:
        return _refused(request, plan, section, value, refusal)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"base": mark_of(held(saved, section)), "message": "Đã lưu."})
    cleared = ", đã xóa các dấu của bản nháp" if "clear" in request.POST else ""
    messages.success(request, f"Đã lưu phần “{section.title}”{cleared}.")
    return redirect(f"{reverse('plan-parts', args=[unit, period])}#{section.key}")


@require_GET
@xframe_options_sameorigin
@csp(PREVIEW_POLICY)  # type: ignore[arg-type]
def preview(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The official document as a page, in the face it is printed in."""
    plan = enter_plan(request, unit, period)
    data, _ = plan_document(to_plan(plan), ".html")
    face = f'<link rel="stylesheet" href="{static("plans/official-face.css")}">'
    return HttpResponse(re.sub("</head>", face + "</head>", data.decode(), count=1))


def _page(request: HttpRequest, plan: SchoolPlan, replaced: Any = None, theirs: Any = None) -> HttpResponse:
    on = plan.signed_on or timezone.localdate()
    shown = [replaced if replaced and one.section is replaced.section else one for one in parts_shown(plan, on=on)]
    laws = laws_offered(plan, on)
    context = {
        "plan": plan,
        "tab": "plan-parts",
        "sections": shown,
        "laws": laws,
        "unverified": any(not law.verified for law, _ in laws),
        "theirs": theirs,
        "conflict": replaced.section.key if replaced else "",
        "writes": may_write(request.user, plan),
    }
    return render(request, "plans/parts.html", context, status=409 if replaced else 200)


def _refused(request: HttpRequest, plan: SchoolPlan, section: Any, value: Any, refusal: PartChanged) -> HttpResponse:
    """What was typed stays; what the other person wrote stands above it."""
    plan.refresh_from_db(fields=["parts", *section.fields])
    theirs = shown_section(plan, section, refusal.theirs, on=plan.signed_on or timezone.localdate())
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"message": str(refusal), "base": theirs.base, "theirs": _told(theirs)}, status=409)
    messages.error(request, str(refusal))
    mine = shown_section(plan, section, value, on=plan.signed_on or timezone.localdate())
    return _page(request, plan, mine, _told(theirs))


def _told(shown: Any) -> str:
    """A section's content as text."""
    if shown.lines:
        return str(shown.lines)
    if shown.rows:
        return "\n".join(" · ".join(text for _, text in row if text) for row in shown.rows if any(t for _, t in row))
    if isinstance(shown.value, dict):
        return "\n".join(str(text) for text in shown.value.values() if text)
    return ", ".join(shown.value or [])
