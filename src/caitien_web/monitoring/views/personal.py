"""Personal plans: one's own, those of everybody for who assigns work, each as a page and as a document."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from caitien import write_paper
from caitien.vietnamese.fold import fold
from caitien_web.monitoring.papers.compose import head_signature
from caitien_web.monitoring.papers.file import TYPES
from caitien_web.monitoring.papers.personal import own_plan_of
from caitien_web.monitoring.queries.personal import PersonalPlan, personal_plan, personal_plans
from caitien_web.schools.access import enter, get_person_for


def own(request: HttpRequest, unit: str) -> HttpResponse:
    """What I lead and help in this year."""
    return render(request, "monitoring/personal_plan.html", {"found": _own(request, unit), "own": True})


def own_file(request: HttpRequest, unit: str, suffix: str) -> HttpResponse:
    """The same as a document to sign."""
    return _file(_own(request, unit), suffix)


def everybody(request: HttpRequest, unit: str) -> HttpResponse:
    """All people with how much they carry."""
    at_unit = enter(request, unit, "work.assign")
    found = personal_plans(at_unit, today=timezone.localdate(), asked=request.GET.get("nam-hoc", ""))
    return render(request, "monitoring/personal_plans.html", {"found": found})


def of(request: HttpRequest, unit: str, pk: UUID) -> HttpResponse:
    """The personal plan of somebody."""
    return render(request, "monitoring/personal_plan.html", {"found": _of(request, unit, pk)})


def file_of(request: HttpRequest, unit: str, pk: UUID, suffix: str) -> HttpResponse:
    """The personal plan of somebody as a document."""
    return _file(_of(request, unit, pk), suffix)


def _own(request: Any, unit: str) -> PersonalPlan:
    at_unit = enter(request, unit, "work.report")
    if request.user.person is None:
        raise Http404("Tài khoản này chưa gắn với người nào.")
    return _plan(request, request.user.person, at_unit)


def _of(request: HttpRequest, unit: str, pk: UUID) -> PersonalPlan:
    at_unit = enter(request, unit, "work.assign")
    return _plan(request, get_person_for(at_unit, pk), at_unit)


def _plan(request: HttpRequest, person: Any, unit: Any) -> PersonalPlan:
    return personal_plan(person, unit, today=timezone.localdate(), asked=request.GET.get("nam-hoc", ""))


def _file(found: PersonalPlan, suffix: str) -> HttpResponse:
    paper = own_plan_of(found, signature=head_signature(found.unit, found.on))
    name = f"ke-hoach-ca-nhan-{slugify(fold(found.person.full_name))}-{found.year.slug}.{suffix}"
    response = HttpResponse(write_paper(paper, f".{suffix}"), content_type=TYPES[suffix])
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
