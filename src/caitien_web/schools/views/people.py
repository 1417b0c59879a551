"""The list of people, and one person: particulars, leaving, coming back."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.schools import actions
from caitien_web.schools.access import enter, get_person_for
from caitien_web.schools.forms.people import DayForm, PeopleFilter, PersonForm, PersonWithRoleForm
from caitien_web.schools.models import Role
from caitien_web.schools.queries.people import guests_of, invitation_of, people_of, roles_of

A_PAGE = 50


def people_list(request: HttpRequest, unit: str) -> HttpResponse:
    """Everybody of the unit, to search and to filter."""
    at_unit = enter(request, unit, "people.view")
    today = timezone.localdate()
    asked = PeopleFilter(request.GET, unit=at_unit)
    page = Paginator(people_of(at_unit, on=today, **asked.asked()), A_PAGE).get_page(request.GET.get("trang"))
    shown = {"page": page, "asked": asked, "guests": guests_of(at_unit, on=today)}
    return render(request, "schools/people.html", shown)


def person_page(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    """One person: particulars, roles, account."""
    at_unit = enter(request, unit, "people.view")
    one = get_person_for(at_unit, person)
    shown = {
        "person": one,
        "roles": roles_of(one),
        "today": timezone.localdate(),
        "invitation": invitation_of(one, at=timezone.now()),
        "account": getattr(one, "user", None),
    }
    return render(request, "schools/person.html", shown)


def person_add(request: HttpRequest, unit: str) -> HttpResponse:
    """A new person, with the first role if one was chosen."""
    at_unit = enter(request, unit, "people.manage")
    form = PersonWithRoleForm(request.POST or None, unit=at_unit)
    if not form.is_valid():
        return _form_page(request, form, "Thêm người", "Thêm vào danh sách")
    role, given = form.cleaned_data.pop("role"), form.cleaned_data
    now: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    person = actions.add_person(at_unit, given.pop("full_name"), **now, **given)
    if role:
        actions.give_role(person, Role(role), at_unit, since=timezone.localdate(), **now)
    messages.success(request, f"Đã thêm {person}. Gửi liên kết để người này mở tài khoản.")
    return redirect("person", unit, person.pk)


def person_edit(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    """Other particulars."""
    one = get_person_for(enter(request, unit, "people.manage"), person)
    form = PersonForm(request.POST or None, instance=get_person_for(one.unit, person))
    if not form.is_valid():
        return _form_page(request, form, f"Sửa thông tin: {one}", "Lưu thông tin", person=one)
    actions.change_person(one, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, "Đã lưu.")
    return redirect("person", unit, one.pk)


def person_leave(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    """The person leaves on a day."""
    one = get_person_for(enter(request, unit, "people.manage"), person)
    form = DayForm(request.POST or None, today=timezone.localdate())
    if not form.is_valid():
        points = ["Mọi vai trò tại đơn vị kết thúc từ ngày này.", "Việc đã làm, nhật ký vẫn giữ tên người này."]
        return _form_page(request, form, f"Ghi {one} nghỉ", "Ghi nghỉ", person=one, points=points)
    actions.leave_unit(one, on=form.cleaned_data["on"], by=request.user, at=timezone.now())
    messages.success(request, f"Đã ghi {one} nghỉ. Có thể đưa trở lại danh sách khi cần.")
    return redirect("people", unit)


@require_POST
def person_return(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    """Back on the list."""
    one = get_person_for(enter(request, unit, "people.manage"), person)
    actions.return_to_unit(one, by=request.user, at=timezone.now())
    messages.success(request, f"Đã đưa {one} trở lại danh sách. Giao vai trò nếu cần.")
    return redirect("person", unit, one.pk)


def _form_page(request: HttpRequest, form: Any, title: str, button: str, **more: Any) -> HttpResponse:
    shown = {"form": form, "title": title, "button": button, **more}
    return render(request, "schools/person_form.html", shown, status=422 if form.is_bound else 200)
