"""Saving cells, and what others have changed meanwhile: asked by the editor's script, answered as JSON."""

from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from caitien_web.plans.access import enter_draft, enter_plan
from caitien_web.plans.actions.cells import write_cells
from caitien_web.plans.actions.presence import be_present
from caitien_web.plans.forms.cells import cell_write, cell_writes, json_of, number_of
from caitien_web.plans.queries.cells import changes_since, others_present
from caitien_web.plans.views.answers import STATUS, cell_told, changes_told, people_told


@require_http_methods(["PATCH", "POST"])
def save_cell(request: HttpRequest, unit: str, period: str, row: UUID, field: str) -> JsonResponse:
    """One cell. 409 with their text where somebody else changed it meanwhile, 410 where its row is gone."""
    plan = enter_plan(request, unit, period, "plan.write")
    given = json_of(request)
    [answer] = write_cells(plan, [cell_write(row, field, given)], by=request.user, at=timezone.now())
    changes = changes_told(plan, changes_since(plan, number_of(given.get("since"))))
    return JsonResponse(cell_told(plan, answer) | {"others": changes}, status=STATUS[answer.state])


@require_POST
def save_cells(request: HttpRequest, unit: str, period: str) -> JsonResponse:
    """Many cells in one go; those in conflict are told beside those saved, with 409."""
    plan = enter_plan(request, unit, period, "plan.write")
    given = json_of(request)
    answers = write_cells(plan, cell_writes(given), by=request.user, at=timezone.now())
    changes = changes_told(plan, changes_since(plan, number_of(given.get("since"))))
    status = max((STATUS[answer.state] for answer in answers if answer.state != "gone"), default=200)
    return JsonResponse({"cells": [cell_told(plan, one) for one in answers], "others": changes}, status=status)


@require_GET
def changes(request: HttpRequest, unit: str, period: str) -> JsonResponse:
    """What changed since a "now", and who is where; `o` says where the asking person is: "<row>/<field>"."""
    plan = enter_draft(request, unit, period)
    row, _, field = request.GET.get("o", "").partition("/")
    at = timezone.now()
    be_present(plan, row=row, field=field, by=request.user, at=at)
    told = changes_told(plan, changes_since(plan, number_of(request.GET.get("since"))))
    return JsonResponse(told | {"people": people_told(others_present(plan, besides=request.user, at=at))})
