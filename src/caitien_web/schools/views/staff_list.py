"""A list of staff from Excel: chosen, looked at with its faults, brought in."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien.findings import CannotRead
from caitien_web.schools.access import enter
from caitien_web.schools.actions.staff_list import import_staff
from caitien_web.schools.forms.people import StaffFileForm
from caitien_web.schools.queries.people import known_names
from caitien_web.schools.staff_list import CannotReadList, StaffRow, judge, read_staff, roles_at, template
from caitien_web.tenancy.models import Unit

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def people_import(request: HttpRequest, unit: str) -> HttpResponse:
    """Choose a file; then see what would come in. Nothing is stored yet."""
    at_unit = enter(request, unit, "people.manage")
    form = StaffFileForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return render(request, "schools/staff_file.html", {"form": form}, status=422 if form.is_bound else 200)
    try:
        rows = read_staff(form.cleaned_data["file"].read(), at_unit, known_names(at_unit))
    except (CannotRead, CannotReadList) as refusal:
        form.add_error("file", str(refusal))
        return render(request, "schools/staff_file.html", {"form": form}, status=422)
    return _preview(request, rows, at_unit)


def _preview(request: HttpRequest, rows: list[StaffRow], at_unit: Unit) -> HttpResponse:
    carried = json.dumps([row.as_data() for row in rows], ensure_ascii=False)
    good = sum(not row.faults for row in rows)
    page = {"rows": rows, "carried": carried, "good": good, "roles": [role.label for role in roles_at(at_unit)]}
    return render(request, "schools/staff_preview.html", page)


@require_POST
def people_import_confirm(request: HttpRequest, unit: str) -> HttpResponse:
    """Bring in what was looked at; it is judged anew, for it comes from the browser."""
    at_unit = enter(request, unit, "people.manage")
    rows = judge(_carried(request.POST.get("dong", ""), at_unit), at_unit, known_names(at_unit))
    count = import_staff(at_unit, rows, on=timezone.localdate(), by=request.user, at=timezone.now())
    messages.success(request, f"Đã thêm {count} người vào danh sách.")
    return redirect("people", unit)


def _carried(text: str, unit: Unit) -> list[StaffRow]:
    try:
        rows: list[dict[str, Any]] = json.loads(text)
        return [StaffRow(**{name: _plain(value) for name, value in row.items()}) for row in rows[:2000]]
    except (ValueError, TypeError, AttributeError):
        raise CannotReadList("Danh sách xem trước không còn. Chọn lại tệp.") from None


def _plain(value: Any) -> Any:
    if not isinstance(value, str | int):
        raise TypeError
    return value


def staff_template(request: HttpRequest, unit: str) -> HttpResponse:
    """The empty list to fill in."""
    at_unit = enter(request, unit, "people.manage")
    headers = {"Content-Disposition": 'attachment; filename="danh-sach-nhan-su.xlsx"'}
    return HttpResponse(template(at_unit), content_type=XLSX, headers=headers)
