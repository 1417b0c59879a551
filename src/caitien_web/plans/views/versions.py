"""The pages of what was issued: the versions, two of them side by side, documents and signed files; the plan's way."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.plans.access import enter_plan
from caitien_web.plans.actions import CannotAttach, attach_signed_file
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.comparison import Side, compare, side_of_now, side_of_version
from caitien_web.plans.queries.documents import FORM_IDS, FORMATS, draft_document, forms, version_document
from caitien_web.plans.queries.steps import steps_of
from caitien_web.plans.queries.versions import get_file, get_version, versions_of
from caitien_web.plans.views.downloads import download
from caitien_web.tenancy.files import hand_out


def versions(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """What was issued, the newest first, with documents, files and the way to compare."""
    plan = enter_plan(request, unit, period)
    found = versions_of(plan)
    context = {"plan": plan, "versions": found, "formats": FORMATS, "tab": "plan-versions"}
    return render(request, "plans/versions.html", context)


def history(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The plan's way from the first draft on: who did what when."""
    plan = enter_plan(request, unit, period)
    return render(request, "plans/history.html", {"plan": plan, "steps": steps_of(plan), "tab": "plan-history"})


def comparison(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """Any two versions side by side, ?tu=1&den=2; "nay" is the plan as it is being written."""
    plan = enter_plan(request, unit, period)
    numbers = [version.number for version in versions_of(plan)]
    may_now = "plan.view" in request.rights and plan.adjusting  # type: ignore[attr-defined]
    choices = [*(["nay"] if may_now else []), *map(str, numbers)]
    if len(choices) < 2:
        messages.info(request, "Kế hoạch mới có một phiên bản; khi có phiên bản sau sẽ so sánh được.")
        return redirect("plan-versions", unit, period)
    before = _side(plan, request.GET.get("tu", choices[1]), choices)
    after = _side(plan, request.GET.get("den", choices[0]), choices)
    context = {"plan": plan, "choices": choices, "before": before, "after": after, "tab": "plan-versions"}
    return render(request, "plans/comparison.html", context | {"found": compare(before, after)})


def _side(plan: SchoolPlan, asked: str, choices: list[str]) -> Side:
    if asked not in choices:
        raise Http404(f"Không có phiên bản {asked}.")
    return side_of_now(plan) if asked == "nay" else side_of_version(get_version(plan, int(asked)))


def version_file(request: HttpRequest, unit: str, period: str, number: int, ending: str) -> HttpResponse:
    """The document of an issued version, in any form (?mau=) and format."""
    plan = enter_plan(request, unit, period)
    return download(version_document(get_version(plan, number), ending, _form(request)), request)


def draft_file(request: HttpRequest, unit: str, period: str, ending: str) -> HttpResponse:
    """The plan as it stands, in any form (?mau=) and format, marked as a draft."""
    plan = enter_plan(request, unit, period)
    return download(draft_document(plan, ending, _form(request)))


def export(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """All ways out: the documents in every form and format, and the public page."""
    plan = enter_plan(request, unit, period)
    newest = next(iter(versions_of(plan)), None)
    context = {"plan": plan, "newest": newest, "formats": FORMATS, "forms": forms(), "tab": "plan-export"}
    return render(request, "plans/export.html", context)


def signed_file(request: HttpRequest, unit: str, period: str, number: int, file: Any) -> FileResponse:
    """A signed paper of a version, as a download."""
    plan = enter_plan(request, unit, period)
    found = get_file(get_version(plan, number), file)
    return hand_out(found.stored, found.name)


@require_POST
def attach(request: HttpRequest, unit: str, period: str, number: int) -> HttpResponse:
    """Attach the signed scan or PDF to a version."""
    plan = enter_plan(request, unit, period, "plan.issue")
    if "file" not in request.FILES:
        raise CannotAttach("Chưa đính kèm được: chưa chọn tệp. Chọn bản quét hoặc tệp PDF đã ký.")
    attach_signed_file(get_version(plan, number), request.FILES["file"], by=request.user, at=timezone.now())
    messages.success(request, "Đã đính kèm bản đã ký.")
    return redirect("plan-versions", unit, period)


def _form(request: HttpRequest) -> str | None:
    """The official form asked for; the plan's own where none is."""
    asked = request.GET.get("mau") or None
    if asked is not None and asked not in FORM_IDS:
        raise Http404("Không có mẫu này.")
    return asked
