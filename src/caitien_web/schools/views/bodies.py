"""Councils, teams and boards: the list, one of them, and the form with the rows of its members."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from caitien_web.schools.access import enter, get_body_for, get_decision_for
from caitien_web.schools.actions.bodies import (
    CannotFound,
    change_body,
    draft_body,
    end_body,
    must_be_draft,
    remove_body,
)
from caitien_web.schools.forms.bodies import BodyForm, MemberRows, empty_rows, rows_of, typed_rows
from caitien_web.schools.forms.people import DayForm
from caitien_web.schools.models import Body, BodyKind, Decision
from caitien_web.schools.queries.bodies import (
    faults_of,
    followed,
    in_order,
    leader_of,
    members_to_copy,
    named_twice,
    organisation_of,
    standards_of,
    with_members,
)
from caitien_web.schools.roster import Roster

ROWS = {BodyKind.COUNCIL: 7, BodyKind.MONITORING: 3}


def bodies(request: HttpRequest, unit: str) -> HttpResponse:
    """Those that stand, drafts, past ones, and what is wrong."""
    at_unit = enter(request, unit, "bodies.view")
    on = timezone.localdate()
    return render(request, "schools/bodies.html", {"organisation": organisation_of(at_unit, on=on), "on": on})


def body(request: HttpRequest, unit: str, pk: Any) -> HttpResponse:
    """One of them, with those before and after it."""
    at_unit = enter(request, unit, "bodies.view")
    found = get_body_for(at_unit, pk)
    (shown,) = in_order([with_members(found)], at_unit)
    groups = in_order(with_members(found, groups=True), at_unit)
    told = {"body": found, "shown": shown, "groups": groups, "chain": followed(found), "on": timezone.localdate()}
    return render(request, "schools/body.html", told)


def body_add(request: HttpRequest, unit: str, pk: Any, kind: str) -> HttpResponse:
    """A further body in a draft decision."""
    decision = get_decision_for(enter(request, unit, "bodies.manage"), pk)
    must_be_draft(decision)
    if kind not in BodyKind.values:
        raise Http404("Không có loại hội đồng, tổ, ban này.")
    return _write(request, decision, BodyKind(kind), None)


def body_edit(request: HttpRequest, unit: str, pk: Any) -> HttpResponse:
    """A body of a draft decision: name, standards, members."""
    found = get_body_for(enter(request, unit, "bodies.manage"), pk)
    if found.decision is None or found.since:
        raise CannotFound(f"{found.name} đã thành lập, không sửa được. Lập quyết định kiện toàn để thay thế.")
    return _write(request, found.decision, BodyKind(found.kind), found)


def _write(request: HttpRequest, decision: Decision, kind: BodyKind, body: Body | None) -> HttpResponse:
    """The form: empty or filled, with another row or copied ones where that was asked for, or judged and kept."""
    roster = Roster(decision.unit, timezone.localdate())
    asked: dict[str, Any] = {"kind": kind, "decision": decision, "on": timezone.localdate(), "body": body}
    if request.method != "POST" or {"them-dong", "chep"} & request.POST.keys():
        form, rows = _unjudged(request, asked, roster)
        return _page(request, form, rows, asked)
    form = BodyForm(request.POST, **asked)
    rows = MemberRows(request.POST, kind=kind, roster=roster)
    if form.is_valid() & rows.is_valid():
        try:
            _keep(request, form, rows, asked)
        except CannotFound as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Đã lưu {form.cleaned_data['name']}.")
            return redirect("decision", decision.unit.slug, decision.pk)
    return _page(request, form, rows, asked, status=422)


def _unjudged(request: HttpRequest, asked: dict[str, Any], roster: Roster) -> tuple[Any, Any]:
    """The form as it begins, or as it was typed with more rows: nothing is judged, nothing is lost."""
    kind, body, typed = asked["kind"], asked["body"], request.POST
    if typed:
        initial: Any = {name: typed.get(name) for name in ("name", "above", "replaces")}
        initial["standards"] = typed.getlist("standards")
        rows = typed_rows(typed)
        if "chep" in typed:
            rows = [row for row in rows if row["who"]]
            known = {row["who"] for row in rows}
            copied = rows_of(members_to_copy(asked["decision"].unit, typed.get("replaces")), roster)
            rows += [row for row in copied if row["who"] not in known]
        rows += empty_rows(kind, 0) or [{}] if "them-dong" in typed else []
    elif body:
        given = {"name": body.name, "above": body.above_id, "replaces": body.replaces_id}
        initial = given | {"standards": [str(number) for number in standards_of(body)]}
        rows = rows_of(with_members(body).members.all(), roster) or empty_rows(kind, 3)
    else:
        council = asked["decision"].bodies.filter(kind=BodyKind.COUNCIL).first()
        initial = {"name": kind.label, "above": council and council.pk}
        rows = empty_rows(kind, ROWS.get(kind, 4))
        if kind == BodyKind.COUNCIL and (head := leader_of(asked["decision"].unit, asked["on"])):
            rows[0] |= {"who": roster.label(head), "duty": head.duty or "Hiệu trưởng"}
    return BodyForm(initial=initial, **asked), MemberRows(initial=rows, kind=kind, roster=roster)


def _keep(request: HttpRequest, form: BodyForm, rows: Any, asked: dict[str, Any]) -> Body:
    by: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    given = form.given()
    if asked["body"]:
        return change_body(asked["body"], rows.members(), **given, **by)
    return draft_body(asked["decision"], asked["kind"], given.pop("name"), rows.members(), **given, **by)


def _page(request: HttpRequest, form: Any, rows: Any, asked: dict[str, Any], *, status: int = 200) -> HttpResponse:
    roster = rows.form_kwargs["roster"]
    typed = [form.initial for form in rows] if not rows.is_bound else typed_rows(request.POST)
    told = asked | {"form": form, "rows": rows, "people": roster.choices()}
    told |= _faults(asked["decision"].unit, asked["kind"], typed)
    return render(request, "schools/body_form.html", told, status=status)


def _faults(unit: Any, kind: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    named = [row for row in rows if row.get("who")]
    faults = faults_of(unit, kind, [row.get("position", "") for row in named])
    twice = [f"{name} có ở hai dòng." for name in named_twice(row["who"] for row in named)]
    return {"faults": [*faults, *twice], "count": len(named)}


@require_POST
def body_check(request: HttpRequest, unit: str, kind: str) -> HttpResponse:
    """What is wrong with the rows as they stand in the form: asked while one types, keeps nothing."""
    at_unit = enter(request, unit, "bodies.manage")
    return render(request, "schools/_body_faults.html", _faults(at_unit, kind, typed_rows(request.POST)))


def body_remove(request: HttpRequest, unit: str, pk: Any) -> HttpResponse:
    """Out of the draft decision."""
    found = get_body_for(enter(request, unit, "bodies.manage"), pk)
    back = found.decision_id
    if request.method == "POST":
        remove_body(found, by=request.user, at=timezone.now())
        messages.success(request, f"Đã bỏ {found.name} khỏi dự thảo.")
        return redirect("decision", unit, back)
    told = {"title": f"Bỏ {found.name} khỏi dự thảo?", "text": "Danh sách thành viên đã ghi sẽ mất.", "danger": True}
    address = reverse("decision", args=[unit, back]) if back else reverse("bodies", args=[unit])
    return render(request, "ui/confirm.html", told | {"button": "Bỏ khỏi dự thảo", "back": address})


def body_end(request: HttpRequest, unit: str, pk: Any) -> HttpResponse:
    """It ends on a day, with the groups below it."""
    found = get_body_for(enter(request, unit, "bodies.manage"), pk)
    form = DayForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        end_body(found, on=form.cleaned_data["on"], by=request.user, at=timezone.now())
        messages.success(request, f"Đã ghi {found.name} kết thúc hoạt động.")
        return redirect("bodies", unit)
    told = {"title": f"Kết thúc hoạt động của {found.name}?", "button": "Kết thúc hoạt động", "danger": True}
    points = ["Các nhóm bên dưới kết thúc cùng ngày.", "Danh sách thành viên vẫn giữ để xem lại."]
    told |= {"form": form, "points": points, "back": reverse("body", args=[unit, pk])}
    return render(request, "ui/confirm.html", told, status=422 if form.errors else 200)
