"""A unit's particulars and names by date; the units of an authority: founded, merged, closed."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from caitien.frameworks import framework_for
from caitien_web.schools import actions
from caitien_web.schools.access import enter, get_unit_below
from caitien_web.schools.forms.units import EndForm, FoundForm, MoveForm, NameForm, UnitForm
from caitien_web.schools.queries.units import names_of, places_for, units_below
from caitien_web.tenancy.actions import NAMED

MANY_PLACES = 60  # more authorities than that are searched before one is chosen


def unit_particulars(request: HttpRequest, unit: str) -> HttpResponse:
    """What the unit is, and what it was called when."""
    at_unit = enter(request, unit)
    return render(request, "schools/unit_particulars.html", {"names": names_of(at_unit)})


def unit_edit(request: HttpRequest, unit: str) -> HttpResponse:
    """Level, ownership, address, edition, website."""
    at_unit = enter(request, unit, "unit.manage")
    copy = type(at_unit).objects.get(pk=at_unit.pk)
    form = UnitForm(request.POST or None, instance=copy)
    if not form.is_valid():
        return _page(request, form, "Sửa thông tin đơn vị", "Lưu thông tin", "unit_particulars")
    actions.change_unit(at_unit, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, "Đã lưu.")
    return redirect("unit_particulars", unit)


def unit_rename(request: HttpRequest, unit: str) -> HttpResponse:
    """Other names from a day on."""
    at_unit = enter(request, unit, "unit.manage")
    first = {name: getattr(at_unit, name) for name in NAMED} | {"since": timezone.localdate()}
    form = NameForm(request.POST or None, initial=first)
    if not form.is_valid():
        return _page(request, form, "Đổi tên đơn vị", "Đổi tên", "unit_particulars")
    actions.rename(at_unit, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, "Đã đổi tên. Văn bản ký trước ngày có hiệu lực vẫn mang tên cũ.")
    return redirect("unit_particulars", unit)


def units_list(request: HttpRequest, unit: str) -> HttpResponse:
    """The units below, to search."""
    at_unit = enter(request, unit, "oversight.view")
    text, closed = request.GET.get("tu", ""), "da-ngung" in request.GET
    page = Paginator(units_below(at_unit, text=text, closed=closed), 50).get_page(request.GET.get("trang"))
    return render(request, "schools/units.html", {"page": page, "asked": text, "closed": closed})


def unit_found(request: HttpRequest, unit: str) -> HttpResponse:
    """A unit below this one."""
    at_unit = enter(request, unit, "units.found")
    form = FoundForm(request.POST or None, unit=at_unit)
    if not form.is_valid():
        return _page(request, form, f"Lập đơn vị trực thuộc {at_unit.name}", "Lập đơn vị", "units")
    given = form.cleaned_data
    edition = framework_for(given["level"], timezone.localdate()).id if given["level"] else ""
    more: dict[str, Any] = {"governing_body": at_unit.name, "edition": edition, "since": timezone.localdate()}
    made = actions.found_below(at_unit, given.pop("name"), by=request.user, at=timezone.now(), **given, **more)
    messages.success(request, f"Đã lập {made.name}. Thêm người quản trị đầu tiên của đơn vị này.")
    return redirect("person_add", made.slug)


def unit_below_rename(request: HttpRequest, unit: str, below: str) -> HttpResponse:
    """Other names of a unit below, from a day on."""
    at_unit = enter(request, unit, "units.found")
    named = get_unit_below(at_unit, below)
    first = {name: getattr(named, name) for name in NAMED} | {"since": timezone.localdate()}
    form = NameForm(request.POST or None, initial=first)
    if not form.is_valid():
        points = ["Văn bản, kế hoạch ký trước ngày có hiệu lực vẫn mang tên cũ."]
        return _page(request, form, f"Đổi tên: {named.name}", "Đổi tên", "units", points=points)
    before = named.name
    actions.rename(named, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, f"Đã đổi tên {before} thành {named.name}.")
    return redirect("units", unit)


def unit_move(request: HttpRequest, unit: str, below: str) -> HttpResponse:
    """A unit below goes under another authority; ?tu= narrows a long list of authorities."""
    at_unit = enter(request, unit, "units.found")
    moved, text = get_unit_below(at_unit, below), request.GET.get("tu", "")
    places = places_for(moved, below=at_unit, text=text)
    form = MoveForm(request.POST or None, places=places, initial={"on": timezone.localdate()})
    if not form.is_valid():
        shown = {"form": form, "moved": moved, "asked": text, "searches": text or places.count() > MANY_PLACES}
        return render(request, "schools/unit_move.html", shown, status=422 if form.is_bound else 200)
    to, on = form.cleaned_data["to"], form.cleaned_data["on"]
    actions.move_below(moved, to=to, on=on, by=request.user, at=timezone.now())
    messages.success(request, f"Đã chuyển {moved.name} về trực thuộc {to.name}.")
    return redirect("units", unit)


def unit_end(request: HttpRequest, unit: str, below: str) -> HttpResponse:
    """A unit below ends, or goes on within another one."""
    at_unit = enter(request, unit, "units.found")
    ending = get_unit_below(at_unit, below)
    form = EndForm(request.POST or None, unit=ending, initial={"on": timezone.localdate()})
    if not form.is_valid():
        points = [
            "Kế hoạch, minh chứng, nhật ký của đơn vị vẫn giữ nguyên, mang tên cũ.",
            "Việc này không hoàn lại được.",
        ]
        return _page(
            request, form, f"Kết thúc hoạt động: {ending.name}", "Kết thúc", "units", points=points, danger=True
        )
    on, into, now = form.cleaned_data["on"], form.cleaned_data["into"], timezone.now()
    if into:
        actions.merge_units(ending, into=into, on=on, by=request.user, at=now)
    else:
        actions.close_school(ending, on=on, by=request.user, at=now)
    messages.success(request, f"Đã ghi {ending.name} kết thúc hoạt động.")
    return redirect("units", unit)


def _page(request: HttpRequest, form: Any, title: str, button: str, back: str, **more: Any) -> HttpResponse:
    shown = {"form": form, "title": title, "button": button, "back": back, **more}
    return render(request, "schools/unit_form.html", shown, status=422 if form.is_bound else 200)
