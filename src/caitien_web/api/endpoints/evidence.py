"""The evidence register: searched, one piece with its files, files out and in."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from ninja import File, Form, Query, Router, Status, UploadedFile
from ninja.errors import HttpError

from caitien_web.api.access import unit_for
from caitien_web.api.endpoints.plans import PROBLEMS
from caitien_web.api.models import Scope
from caitien_web.api.schemas import EvidenceBrief, EvidenceFileOut, EvidenceIn, EvidenceOut, EvidencePage, Problem
from caitien_web.evidence.access import get_evidence_for
from caitien_web.evidence.actions import Shows, add_evidence, add_version
from caitien_web.evidence.forms import NewEvidence
from caitien_web.evidence.models import Evidence, EvidenceState
from caitien_web.evidence.queries import evidence_of
from caitien_web.tenancy.files import hand_out

router = Router(tags=["Minh chứng"])
A_PAGE = 100
FILE: Any = File(None, description="Tệp, tối đa 50 MB")


@router.get("/units/{unit}/evidence", response={200: EvidencePage, **PROBLEMS}, summary="Danh mục minh chứng")
def evidence_list(
    request: HttpRequest,
    unit: str,
    q: str = "",
    criterion: str = "",
    state: str = EvidenceState.VALID.value,
    page: int = Query(1, ge=1, le=1_000_000),
) -> Any:
    """Theo trang, mỗi trang 100 minh chứng, theo mã. `q` tìm không cần dấu; `state` trống là cả minh chứng đã rút."""
    at_unit = unit_for(request, unit, "evidence.view", Scope.READ_EVIDENCE)
    if state and state not in EvidenceState.values:
        raise HttpError(422, f"Không có tình trạng “{state[:30]}”; có {', '.join(EvidenceState.values)}.")
    found = evidence_of(at_unit, words=_clean(q), criterion=_clean(criterion), state=state)
    shown = Paginator(found, A_PAGE).get_page(page)
    results = [brief(one) for one in shown]
    pages = {"count": shown.paginator.count, "page": shown.number, "pages": shown.paginator.num_pages}
    return pages | {"results": results}


@router.post(
    "/units/{unit}/evidence", response={201: EvidenceBrief, 400: Problem, **PROBLEMS}, summary="Thêm một minh chứng"
)
def add(request: HttpRequest, unit: str, given: Form[EvidenceIn], file: UploadedFile | None = FILE) -> Any:
    """Gửi kiểu multipart/form-data, có hoặc không có tệp. Tệp chương trình, trang web không được nhận."""
    at_unit = unit_for(request, unit, "evidence.add", Scope.WRITE_EVIDENCE)
    typed = given.dict() | {"issued_on": given.issued_on.strftime("%d/%m/%Y") if given.issued_on else ""}
    checked = _checked(NewEvidence(typed, unit=at_unit))
    criterion = checked.pop("criterion")
    links = [Shows(at_unit.edition, criterion)] if criterion else []
    checked.pop("file", None)
    made = add_evidence(at_unit, file, links=links, by=request.user, at=timezone.now(), **checked)
    return Status(201, brief(made))


@router.get(
    "/units/{unit}/evidence/{key}", response={200: EvidenceOut, **PROBLEMS}, summary="Một minh chứng với các bản tệp"
)
def evidence(request: HttpRequest, unit: str, key: UUID) -> Any:
    found = get_evidence_for(unit_for(request, unit, "evidence.view", Scope.READ_EVIDENCE), key)
    return brief(found) | {"withdrawn_because": found.withdrawn_because, "versions": list(found.versions.all())}


@router.get("/units/{unit}/evidence/{key}/files/{number}", response={200: None, **PROBLEMS}, summary="Tải một bản tệp")
def evidence_file(request: HttpRequest, unit: str, key: UUID, number: int) -> FileResponse:
    """Nguyên như khi gửi; SHA-256 ghi ở minh chứng."""
    found = get_evidence_for(unit_for(request, unit, "evidence.view", Scope.READ_EVIDENCE), key)
    version = found.versions.filter(number=number).first() if 0 < number < 32_000 else None
    if version is None:
        raise Http404("Không có tệp này.")
    return hand_out(version.stored, version.name)


@router.post(
    "/units/{unit}/evidence/{key}/files",
    response={201: EvidenceFileOut, 400: Problem, **PROBLEMS},
    summary="Thêm một bản tệp mới của minh chứng",
)
def add_file(request: HttpRequest, unit: str, key: UUID, file: File[UploadedFile]) -> Any:
    """Các bản trước vẫn giữ nguyên."""
    found = get_evidence_for(unit_for(request, unit, "evidence.add", Scope.WRITE_EVIDENCE), key)
    return Status(201, add_version(found, file, by=request.user, at=timezone.now()))


def brief(one: Evidence) -> dict[str, Any]:
    """What lists say of a piece of evidence."""
    told = ("id", "code", "title", "number", "issued_on", "issuer", "place", "link", "state", "files", "at")
    criteria = sorted({link.criterion for link in one.links.all() if link.criterion})
    return {name: getattr(one, name) for name in told} | {"criteria": criteria}


def _clean(text: str) -> str:
    return text.replace("\0", "")[:100]


def _checked(form: forms.Form) -> dict[str, Any]:
    """What the page's own form makes of it; 422 with the first thing that is wrong, by its field."""
    if form.is_valid():
        return dict(form.cleaned_data)
    name, faults = next(iter(form.errors.items()))
    raise HttpError(422, f"Dữ liệu gửi lên sai ở {name}: {faults[0]}")
