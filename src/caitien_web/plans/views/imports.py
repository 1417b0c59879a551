"""A file on its way in: sent, waited for, held against the original, confirmed or dropped."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh, reswap, retarget

from caitien.plan import from_json
from caitien_web.assessment.queries import assessment_behind
from caitien_web.plans.access import enter_import
from caitien_web.plans.actions.drawing import begin_drawing
from caitien_web.plans.actions.imports import confirm_import, drop_import, receive_file, weaknesses_in
from caitien_web.plans.actions.reading import begin_reading, read_import_again
from caitien_web.plans.convert import years_of
from caitien_web.plans.days import last_year_open
from caitien_web.plans.forms.starting import ConfirmImport, PlanUpload
from caitien_web.plans.models import Drawing, PlanImport
from caitien_web.plans.pictures import picture_of
from caitien_web.plans.queries.imports import edition_for, original_of, review_of
from caitien_web.schools.access import enter, may
from caitien_web.tenancy.files import hand_out
from caitien_web.ui.uploads import refuse_too_large
from caitien_web.ui.vn import day as day_words


def new_from_file(request: HttpRequest, unit: str) -> HttpResponse:
    """Send a file; what is quick is read at once."""
    entered = enter(request, unit, "plan.write")
    form = PlanUpload(request.POST or None, request.FILES or None)
    if request.method == "POST":
        refuse_too_large(request)
        if form.is_valid():
            imported = receive_file(entered, form.cleaned_data["file"], by=request.user, at=timezone.now())
            begin_reading(imported, at=timezone.now())
            return redirect("plan-import", entered.slug, imported.pk)
    return render(request, "plans/new_from_file.html", {"form": form}, status=422 if form.errors else 200)


def import_page(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Whatever the file's state asks for: wait, look through, or know why it cannot be read."""
    imported = enter_import(request, unit, key)
    if imported.state != "read":
        return render(request, "plans/import_state.html", {"imported": imported})
    review = review_of(imported)
    page = {
        "imported": imported,
        "review": review,
        "original": original_of(imported),
        "form": _form(request, imported),
    }
    page["signed"] = _as_written(review.plan.document.date)
    return render(request, "plans/import_review.html", page)


def _form(request: HttpRequest, imported: PlanImport, data: Any = None) -> ConfirmImport:
    if imported.data is None:
        raise Http404("Tệp này chưa đọc xong.")
    plan = from_json(imported.data)
    years = years_of(plan)
    initial: dict[str, object] = {"edition": plan.framework or "", "form": plan.form or ""}
    if years:
        initial |= {"from_year": years[0], "span": years[1] - years[0]}
        behind = assessment_behind(imported.target, from_year=years[0], edition=edition_for(imported))
        initial["weaknesses"] = behind is not None
    return ConfirmImport(
        data,
        unit=imported.target,
        on=timezone.localdate(),
        initial=initial,
        may_issue=may(request.user, "plan.issue", imported.target) and bool(plan.document.number),
        has_weaknesses=bool(weaknesses_in(plan)),
    )


def import_progress(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """How far the reading is; the page comes anew once it has ended."""
    imported = enter_import(request, unit, key)
    if not imported.is_being_read:
        return HttpResponseClientRefresh()
    return render(request, "plans/import_progress.html", {"imported": imported})


def import_pages(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """The printed pages of a Word file: POST has them drawn, GET asks whether they are there."""
    imported = enter_import(request, unit, key)
    if request.method == "POST":
        imported = begin_drawing(imported, at=timezone.now())
        return render(request, "plans/import_drawing.html", {"imported": imported})
    if imported.drawing == Drawing.UNDER_WAY:
        return HttpResponse(status=204)
    page = {"imported": imported, "review": review_of(imported), "original": original_of(imported)}
    answer = render(request, "plans/import_original.html", page)
    return retarget(reswap(answer, "outerHTML"), "#ban-goc")


def import_picture(request: HttpRequest, unit: str, key: UUID, page: int) -> HttpResponse | FileResponse:
    """The picture of a page of the original, drawn by us."""
    path = picture_of(enter_import(request, unit, key), page)
    if path is None:
        raise Http404("Không có trang này.")
    response = FileResponse(path.open("rb"), content_type="image/png")
    response["Cache-Control"] = "private, max-age=3600"
    return response


def import_file(request: HttpRequest, unit: str, key: UUID) -> FileResponse:
    """The original itself, as a download."""
    imported = enter_import(request, unit, key)
    return hand_out(imported.stored, imported.name)


@require_POST
def import_confirm(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """The plan is made."""
    imported = enter_import(request, unit, key)
    form = _form(request, imported, request.POST)
    if not form.is_valid():
        messages.error(
            request, "Chưa nhập được: " + " ".join(str(one) for errors in form.errors.values() for one in errors)
        )
        return redirect("plan-import", unit, key)
    plan = confirm_import(imported, **form.chosen(), by=request.user, at=timezone.now())
    messages.success(request, f"Đã nhập {plan} ({plan.item_count} mục) từ tệp {imported.name}.")
    if imported.unit.is_school and plan.to_year < last_year_open(timezone.localdate()):
        messages.info(
            request, "Để lập kế hoạch năm học mới từ kế hoạch này: mở Kế hoạch, bấm Kế hoạch mới, Từ kế hoạch trước."
        )
    return redirect("plan", unit, plan.slug) if imported.unit.is_school else redirect("plan-imports", unit)


@require_POST
def import_drop(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """The file is given up."""
    imported = enter_import(request, unit, key)
    drop_import(imported, by=request.user, at=timezone.now())
    messages.success(request, f"Đã bỏ tệp {imported.name}.")
    return redirect("plans" if imported.unit.is_school else "plan-imports", unit)


@require_POST
def import_again(request: HttpRequest, unit: str, key: UUID) -> HttpResponse:
    """Read the file once more."""
    imported = enter_import(request, unit, key)
    read_import_again(imported, by=request.user, at=timezone.now())
    return redirect("plan-import", unit, key)


def _as_written(day: str | None) -> str:
    """An ISO day as people write it; less than a day stays empty."""
    return day_words(date.fromisoformat(day)) if day and len(day) == len("2026-09-05") else ""
