"""Units and their plans: reading them in every form, making drafts, sending files to be read."""

import json
from typing import Any

from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import File, Path, Router, Schema, Status, UploadedFile
from ninja.errors import HttpError

from caitien.plan import NotAPlan, from_json, to_json
from caitien_web.api.access import must_be_for, unit_for
from caitien_web.api.models import Scope
from caitien_web.api.schemas import (
    DraftIn,
    FindingOut,
    ImportOut,
    PlanBrief,
    PlanOut,
    Problem,
    UnitOut,
    VersionBrief,
    VersionOut,
)
from caitien_web.plans.access import get_plan_for
from caitien_web.plans.actions import start_plan
from caitien_web.plans.actions.imports import receive_file
from caitien_web.plans.actions.reading import begin_reading
from caitien_web.plans.convert import to_plan
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.documents import BY_ENDING, FORM_IDS, draft_document, version_document
from caitien_web.plans.queries.findings import marks_of
from caitien_web.plans.queries.listed import plans_seen
from caitien_web.plans.queries.table import rows_of
from caitien_web.plans.queries.versions import get_version, newest_version, versions_of
from caitien_web.plans.views.downloads import download
from caitien_web.schools.access import may, units_of

router = Router(tags=["Kế hoạch"])
PROBLEMS = {401: Problem, 403: Problem, 404: Problem, 422: Problem, 429: Problem}


class OnePlan(Schema):
    unit: str
    period: str


def plan_of(request: HttpRequest, asked: OnePlan) -> SchoolPlan:
    unit = unit_for(request, asked.unit, "plan.view_issued", Scope.READ_PLANS)
    return get_plan_for(request.user, unit, asked.period)


def brief(plan: SchoolPlan) -> dict[str, Any]:
    """What lists say of a plan."""
    return {
        "period": plan.slug,
        "state": plan.state,
        "state_words": plan.get_state_display(),
        "number": plan.number,
        "signed_on": plan.signed_on,
        "item_count": plan.item_count,
        "is_public": plan.is_public,
        "changed_at": plan.changed_at,
    }


@router.get("/units", response={200: list[UnitOut], **PROBLEMS}, summary="Các đơn vị của tôi")
def units(request: HttpRequest) -> Any:
    must_be_for(request, Scope.READ_PLANS)
    return units_of(request.user)


@router.get("/units/{unit}/plans", response={200: list[PlanBrief], **PROBLEMS}, summary="Các kế hoạch của đơn vị")
def plans(request: HttpRequest, unit: str) -> Any:
    at_unit = unit_for(request, unit, "plan.view_issued", Scope.READ_PLANS)
    return [brief(plan) for plan in plans_seen(at_unit, prepared=may(request.user, "plan.view", at_unit))]


@router.post("/units/{unit}/plans", response={201: PlanBrief, 400: Problem, **PROBLEMS}, summary="Tạo bản nháp từ JSON")
def create_plan(request: HttpRequest, unit: str, draft: DraftIn) -> Any:
    """Mỗi đơn vị có một kế hoạch cho một năm học hoặc giai đoạn."""
    at_unit = unit_for(request, unit, "plan.write", Scope.WRITE_PLANS)
    if "\\u0000" in json.dumps(draft.plan):
        raise HttpError(422, "Dữ liệu kế hoạch có ký tự không lưu được (NUL). Bỏ ký tự đó rồi gửi lại.")
    try:
        value = from_json(draft.plan)
        years = (draft.from_year, draft.to_year)
        plan = start_plan(at_unit, value, years=years, by=request.user, at=timezone.now(), origin="qua API")
    except NotAPlan as refusal:
        raise HttpError(422, str(refusal)) from None
    except (DataError, OverflowError):
        raise HttpError(422, "Dữ liệu kế hoạch có chữ quá dài hoặc số quá lớn. Sửa lại rồi gửi lại.") from None
    return Status(201, brief(plan))


@router.get(
    "/units/{unit}/plans/{period}", response={200: PlanOut, **PROBLEMS}, summary="Một kế hoạch, theo hợp đồng JSON"
)
def plan(request: HttpRequest, asked: Path[OnePlan]) -> Any:
    """Người soạn nhận bản đang soạn; người chỉ xem được bản đã ban hành nhận phiên bản đang có hiệu lực."""
    found = plan_of(request, asked)
    version = found.in_force or (None if may(request.user, "plan.view", found.unit) else newest_version(found))
    return brief(found) | {"plan": version.data if version else to_json(to_plan(found))}


@router.get(
    "/units/{unit}/plans/{period}/findings", response={200: list[FindingOut], **PROBLEMS}, summary="Lỗi của kế hoạch"
)
def findings(request: HttpRequest, asked: Path[OnePlan]) -> Any:
    """Lỗi, chỗ nên xem và gợi ý của bản hiện tại; mục nào đã bỏ qua thì kèm lý do."""
    unit_for(request, asked.unit, "plan.check", Scope.READ_PLANS)
    plan = plan_of(request, asked)
    return [
        {
            "code": one.finding.code,
            "name": one.finding.name,
            "severity": one.severity,
            "message": one.finding.message,
            "hint": one.finding.hint,
            "part": one.finding.place.part,
            "item": one.finding.place.item,
            "field": one.finding.place.field,
            "set_aside": one.set_aside.reason if one.set_aside else None,
        }
        for one in marks_of(plan, rows_of(plan))
    ]


@router.get(
    "/units/{unit}/plans/{period}/versions", response={200: list[VersionBrief], **PROBLEMS}, summary="Các phiên bản"
)
def versions(request: HttpRequest, asked: Path[OnePlan]) -> Any:
    return versions_of(plan_of(request, asked))


@router.get(
    "/units/{unit}/plans/{period}/versions/{number}",
    response={200: VersionOut, **PROBLEMS},
    summary="Một phiên bản, nguyên như khi ban hành",
)
def version(request: HttpRequest, asked: Path[OnePlan], number: int) -> Any:
    found = get_version(plan_of(request, asked), _small(number))
    told = ("number", "document_number", "signed_on", "sha256", "reason", "summary")
    return {name: getattr(found, name) for name in told} | {"plan": found.data}


@router.get(
    "/units/{unit}/plans/{period}/document.{ending}",
    response={200: None, **PROBLEMS},
    summary="Văn bản của bản đang soạn (docx, pdf, xlsx, html, md, json), theo mẫu ?form=",
)
def document(request: HttpRequest, asked: Path[OnePlan], ending: str, form: str | None = None) -> HttpResponse:
    unit_for(request, asked.unit, "plan.view", Scope.READ_PLANS)
    return download(draft_document(plan_of(request, asked), _ending(ending), _form(form)))


@router.get(
    "/units/{unit}/plans/{period}/versions/{number}/document.{ending}",
    response={200: None, **PROBLEMS},
    summary="Văn bản của một phiên bản (docx, pdf, xlsx, html, md, json), theo mẫu ?form=",
)
def version_file(
    request: HttpRequest, asked: Path[OnePlan], number: int, ending: str, form: str | None = None
) -> HttpResponse:
    found = get_version(plan_of(request, asked), _small(number))
    return download(version_document(found, _ending(ending), _form(form)), request)


@router.post(
    "/units/{unit}/imports",
    response={202: ImportOut, 400: Problem, **PROBLEMS},
    summary="Gửi tệp để đọc thành kế hoạch",
)
def send_file(request: HttpRequest, unit: str, file: File[UploadedFile]) -> Any:
    """Tệp được đọc, rồi chờ một người đối chiếu và xác nhận ở trang `address`; chưa có kế hoạch nào trước đó."""
    at_unit = unit_for(request, unit, "plan.write", Scope.WRITE_PLANS)
    imported = receive_file(at_unit, file, by=request.user, at=timezone.now())
    begin_reading(imported, at=timezone.now())
    imported.refresh_from_db()
    told = {name: getattr(imported, name) for name in ("id", "name", "state", "message")}
    return Status(202, told | {"address": reverse("plan-import", args=[at_unit.slug, imported.pk])})


def _small(number: int) -> int:
    if not 0 < number < 32_000:
        raise Http404(f"Không có phiên bản {number}.")
    return number


def _ending(ending: str) -> str:
    if ending not in BY_ENDING:
        raise Http404(f"Không có định dạng “{ending}”; có {', '.join(BY_ENDING)}.")
    return ending


def _form(form: str | None) -> str | None:
    if form is not None and form not in FORM_IDS:
        raise HttpError(422, f"Không có mẫu “{form}”; có {', '.join(FORM_IDS)}.")
    return form
