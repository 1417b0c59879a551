"""The list of plans, and the four ways to begin one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from caitien_web.plans.actions.draft_next import draft_from_plan, draft_from_weaknesses
from caitien_web.plans.actions.start import start_empty
from caitien_web.plans.forms.starting import PlanBasics
from caitien_web.plans.queries.carrying import items_to_carry
from caitien_web.plans.queries.imports import imports_open
from caitien_web.plans.queries.plans import plans_of, plans_to_follow, weaknesses_to_plan
from caitien_web.schools.access import enter, may, rights_at


def plans_page(request: HttpRequest, unit: str) -> HttpResponse:
    """The plans of a unit, and the files on their way in."""
    entered = enter(request, unit, "plan.view_issued")
    plans = plans_of(entered, rights=rights_at(request.user, entered))
    waiting = imports_open(entered) if may(request.user, "plan.write", entered) else []
    return render(request, "plans/plans.html", {"plans": plans, "imports": waiting})


def new_plan(request: HttpRequest, unit: str) -> HttpResponse:
    """The ways to begin a plan."""
    entered = enter(request, unit, "plan.write")
    previous = plans_to_follow(entered)
    return render(request, "plans/new.html", {"previous": previous, "weaknesses": weaknesses_to_plan(entered).count()})


def new_empty(request: HttpRequest, unit: str) -> HttpResponse:
    """A plan with nothing but its particulars."""
    entered = enter(request, unit, "plan.write")
    form = PlanBasics(request.POST or None, unit=entered, on=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        plan = start_empty(entered, **form.basics(), by=request.user, at=timezone.now())
        messages.success(request, f"Đã tạo {plan}. Thêm mục cải tiến đầu tiên.")
        return redirect("plan", entered.slug, plan.slug)
    return render(request, "plans/new_empty.html", {"form": form}, status=422 if form.errors else 200)


def new_from_last(request: HttpRequest, unit: str) -> HttpResponse:
    """A plan that goes on from an earlier one: which of its items come along."""
    entered = enter(request, unit, "plan.write")
    earlier = plans_to_follow(entered)
    previous = next((plan for plan in earlier if plan.slug == request.GET.get("tu")), earlier[0] if earlier else None)
    items = items_to_carry(previous) if previous else []
    form = PlanBasics(request.POST or None, unit=entered, on=timezone.localdate())
    if request.method == "POST" and previous and form.is_valid():
        chosen = [one.row for one in items if str(one.row.pk) in request.POST.getlist("items")]
        drafted = draft_from_plan(previous, chosen, **form.basics(), by=request.user, at=timezone.now())
        messages.success(
            request, f"Đã tạo {drafted.plan} với {len(chosen)} mục chuyển tiếp từ {previous.period_words}."
        )
        if drafted.notes:
            messages.warning(request, "\n".join(drafted.notes))
        return redirect("plan", entered.slug, drafted.plan.slug)
    page = {"form": form, "previous": previous, "earlier": earlier, "items": items}
    return render(request, "plans/new_from_last.html", page, status=422 if form.errors else 200)


def new_from_weaknesses(request: HttpRequest, unit: str) -> HttpResponse:
    """A plan with an item for each weakness chosen."""
    entered = enter(request, unit, "plan.write")
    weaknesses = list(weaknesses_to_plan(entered))
    form = PlanBasics(request.POST or None, unit=entered, on=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        chosen = [one for one in weaknesses if str(one.pk) in request.POST.getlist("weaknesses")]
        plan = draft_from_weaknesses(entered, chosen, **form.basics(), by=request.user, at=timezone.now())
        messages.success(request, f"Đã tạo {plan} với {len(chosen)} mục, mỗi điểm yếu một mục.")
        return redirect("plan", entered.slug, plan.slug)
    page = {"form": form, "weaknesses": weaknesses}
    return render(request, "plans/new_from_weaknesses.html", page, status=422 if form.errors else 200)
