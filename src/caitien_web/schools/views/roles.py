"""Roles of a person: given, ended, the head replaced."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from caitien_web.schools.access import enter, get_person_for, get_role_for, get_unit_for
from caitien_web.schools.actions import end_role, give_role, replace_head
from caitien_web.schools.forms.people import DayForm, RoleForm
from caitien_web.schools.models import Role


def role_give(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    """A role, at this unit or at one below it."""
    at_unit = enter(request, unit, "people.manage")
    one = get_person_for(at_unit, person)
    form = RoleForm(request.POST or None, unit=at_unit, today=timezone.localdate())
    if not form.is_valid():
        return _page(request, form, f"Giao vai trò cho {one}", "Giao vai trò", one)
    given = form.cleaned_data
    place = get_unit_for(request.user, given.pop("at_unit").slug, "people.manage")
    give_role(one, Role(given.pop("role")), place, by=request.user, at=timezone.now(), **given)
    messages.success(request, f"Đã giao vai trò cho {one}.")
    return redirect("person", unit, one.pk)


def role_end(request: HttpRequest, unit: str, person: Any, role: Any) -> HttpResponse:
    """A role ends on a day."""
    at_unit = enter(request, unit, "people.manage")
    one = get_person_for(at_unit, person)
    given = get_role_for(request.user, one, role)
    form = DayForm(request.POST or None, today=timezone.localdate())
    if not form.is_valid():
        return _page(request, form, f"Kết thúc vai trò {given.get_role_display()} của {one}", "Kết thúc vai trò", one)
    end_role(given, on=form.cleaned_data["on"], by=request.user, at=timezone.now())
    messages.success(request, "Đã kết thúc vai trò.")
    return redirect("person", unit, one.pk)


def head_replace(request: HttpRequest, unit: str, person: Any) -> HttpResponse:
    """From a day on, this person is the head."""
    at_unit = enter(request, unit, "people.manage")
    one = get_person_for(at_unit, person)
    form = DayForm(request.POST or None, today=timezone.localdate())
    if not form.is_valid():
        points = ["Nhiệm kỳ của hiệu trưởng hiện nay kết thúc từ ngày này.", "Văn bản ký trước đó giữ tên người cũ."]
        return _page(request, form, f"Ghi {one} làm hiệu trưởng", "Thay hiệu trưởng", one, points=points)
    replace_head(at_unit, one, on=form.cleaned_data["on"], by=request.user, at=timezone.now())
    messages.success(request, f"{one} là hiệu trưởng.")
    return redirect("person", unit, one.pk)


def _page(request: HttpRequest, form: Any, title: str, button: str, person: Any, **more: Any) -> HttpResponse:
    shown = {"form": form, "title": title, "button": button, "person": person, **more}
    return render(request, "schools/person_form.html", shown, status=422 if form.is_bound else 200)
