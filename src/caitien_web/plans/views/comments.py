"""The pages of a consultation: comments with their answers, and the report of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.plans.access import enter_plan, may_comment
from caitien_web.plans.actions import answer_comment, comment_on
from caitien_web.plans.consultation_paper import consultation_paper
from caitien_web.plans.forms.comments import AnswerForm, CommentForm
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.comments import consultation_of, get_comment, items_to_comment
from caitien_web.plans.queries.documents import BY_ENDING, Made
from caitien_web.plans.views.downloads import download
from caitien_web.ui.refusal import Refusal


def comments(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """All comments with their answers; who only comments sees the own ones. GET ?muc=<item> preselects an item."""
    plan = enter_plan(request, unit, period)
    form = CommentForm(items_to_comment(plan), initial={"item": request.GET.get("muc", "")})
    return _page(request, plan, form)


@require_POST
def comment(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """Send a comment."""
    plan = enter_plan(request, unit, period, "plan.comment")
    form = CommentForm(items_to_comment(plan), request.POST)
    if form.is_valid():
        try:
            comment_on(plan, form.cleaned_data["text"], item=form.chosen, by=request.user, at=timezone.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã gửi góp ý. Anh/chị sẽ thấy câu trả lời ở trang này.")
            return redirect("plan-comments", unit, period)
    return _page(request, plan, form, status=422)


def answer(request: HttpRequest, unit: str, period: str, comment: Any) -> HttpResponse:
    """Answer one comment, or change the answer."""
    plan = enter_plan(request, unit, period, "plan.consult")
    found = get_comment(plan, comment)
    judged = "" if found.taken_up is None else "yes" if found.taken_up else "no"
    given = {"taken_up": judged, "answer": found.answer}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=given)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            answer_comment(
                found, told["answer"], taken_up=told["taken_up"] == "yes", by=request.user, at=timezone.now()
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã trả lời góp ý.")
            return redirect("plan-comments", unit, period)
    context = {"plan": plan, "comment": found, "form": form, "tab": "plan-comments"}
    return render(request, "plans/answer.html", context, status=422 if form.errors else 200)


def consultation_report(request: HttpRequest, unit: str, period: str) -> HttpResponse:
    """The report of the consultation as a table, to read and to print."""
    plan = enter_plan(request, unit, period, "plan.consult")
    context = {"plan": plan, "consultation": consultation_of(plan), "tab": "plan-comments"}
    return render(request, "plans/consultation.html", context)


def consultation_document(request: HttpRequest, unit: str, period: str, ending: str) -> HttpResponse:
    """The same report as an official paper, in Word or PDF."""
    plan = enter_plan(request, unit, period, "plan.consult")
    data = consultation_paper(plan, consultation_of(plan), f".{ending}")
    return download(Made(data, f"Tổng hợp góp ý kế hoạch {plan.slug}.{ending}", BY_ENDING[ending]))


def _page(request: HttpRequest, plan: SchoolPlan, form: CommentForm, status: int = 200) -> HttpResponse:
    sees_all = "plan.view" in request.rights  # type: ignore[attr-defined]
    consultation = consultation_of(plan, only_by=None if sees_all else request.user)
    context = {
        "plan": plan,
        "form": form,
        "consultation": consultation,
        "sees_all": sees_all,
        "open": may_comment(request.user, plan)
        and (plan.consulted_until or timezone.localdate()) >= timezone.localdate(),
        "tab": "plan-comments",
    }
    return render(request, "plans/comments.html", context, status=status)
