"""Work, rounds, reviews, papers."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from caitien.layouts.paper import Signature
from caitien_web.monitoring.actions.briefings import hold_briefing
from caitien_web.monitoring.actions.calendar import new_feed
from caitien_web.monitoring.actions.charge import put_in_charge
from caitien_web.monitoring.actions.paper_files import attach_signed_paper
from caitien_web.monitoring.actions.papers import issue_paper, make_paper, send_paper
from caitien_web.monitoring.actions.requests import ask_authority
from caitien_web.monitoring.actions.reviews import note_result, plan_review
from caitien_web.monitoring.actions.rounds import close_round, observe, open_round, plan_round
from caitien_web.monitoring.models import Paper, Reminder, Work
from caitien_web.monitoring.papers.reports import authority_report
from caitien_web.monitoring.queries.account import account_of
from caitien_web.schools.actions.holders import name_holder
from caitien_web.schools.models import Role
from house.addresses import OPEN, SIGNED_IN, Address, nothing, the_school
from house.world import World
from web.builders import NOW
from web.monitoring.builders import a_running_plan


def a_work(world: World) -> Work:
    a_running_plan(world.school)
    return Work.objects.of(world.school).select_related("item__plan__unit")[0]


def the_work(world: World) -> dict[str, Any]:
    return the_school(world) | {"pk": a_work(world).pk}


def the_item(world: World) -> dict[str, Any]:
    return the_school(world) | {"item": a_work(world).item_id}


def the_period(world: World) -> dict[str, Any]:
    return the_school(world) | {"period": a_running_plan(world.school).slug}


def a_request(world: World) -> dict[str, Any]:
    asked = ask_authority(a_work(world).item, addressee="UBND xã", subject="Cấp đất.", by=None, at=NOW)
    return the_school(world) | {"pk": asked.pk}


def a_round(world: World, *, opened: bool = False) -> Any:
    work = a_work(world)
    made = plan_round(work.item.plan, "Giám sát đợt 1", planned_on=NOW.date(), by=None, at=NOW)
    return open_round(made, [work], held_on=NOW.date(), by=None, at=NOW) if opened else made


def the_round(world: World) -> dict[str, Any]:
    return the_school(world) | {"pk": a_round(world).pk}


def an_observation(world: World) -> dict[str, Any]:
    return the_school(world) | {"pk": a_round(world, opened=True).observations.get().pk}


def a_recommendation(world: World) -> dict[str, Any]:
    opened = a_round(world, opened=True)
    observe(opened.observations.get(), result="behind", recommendation="Thêm người.", by=None, at=NOW)
    close_round(opened, favourable="", difficult="", conclusion="Chậm.", by=None, at=NOW)
    return the_school(world) | {"pk": opened.observations.get().follow_up.pk}


def a_review(world: World) -> Any:
    plan = a_running_plan(world.school)
    return plan_review(plan, "year", planned_on=NOW.date(), by=None, at=NOW)


def the_review(world: World) -> dict[str, Any]:
    return the_school(world) | {"pk": a_review(world).pk}


def a_reviewed_item(world: World) -> dict[str, Any]:
    review = a_review(world)
    return the_school(world) | {"pk": review.pk, "item": review.plan.items.first().pk}


def an_adjustment(world: World) -> dict[str, Any]:
    review = a_review(world)
    noted = note_result(review, review.plan.items.first(), adjustment="Lùi hạn.", by=None, at=NOW)
    return the_school(world) | {"pk": noted.pk}


def the_paper(world: World) -> dict[str, Any]:
    return the_school(world) | {"pk": a_paper(world).pk}


def a_paper(world: World) -> Any:
    plan = a_running_plan(world.school)
    content = authority_report(account_of(plan, on=NOW.date()), signature=Signature("Hiệu trưởng"))
    return make_paper(world.school, "to_authority", content, plan=plan, by=None, at=NOW)


def an_issued_paper(world: World) -> Any:
    return issue_paper(a_paper(world), number="07/BC-THSN", signed_on=NOW.date(), signatory="", by=None, at=NOW)


def a_signed_file(world: World) -> dict[str, Any]:
    paper = an_issued_paper(world)
    scan = SimpleUploadedFile("bao-cao.pdf", b"%PDF-1.7 da ky")
    return the_school(world) | {"pk": paper.pk, "file": attach_signed_paper(paper, scan, by=None, at=NOW).pk}


def a_signed_submission(world: World) -> dict[str, Any]:
    a_signed_file(world)
    paper = Paper.objects.of(world.school).get()
    return {"unit": world.commune.slug, "pk": send_paper(paper, world.commune, by=None, at=NOW).pk}


def a_submission(world: World) -> dict[str, Any]:
    sent = send_paper(an_issued_paper(world), world.commune, by=None, at=NOW)
    return {"unit": world.commune.slug, "pk": sent.pk}


def a_briefing(world: World) -> dict[str, Any]:
    plan = a_running_plan(world.school)
    held = hold_briefing(plan, "meeting", held_on=NOW.date(), subject="Phổ biến", others=3, by=None, at=NOW)
    return the_school(world) | {"pk": held.pk}


def a_notice(world: World) -> dict[str, Any]:
    """Of the teacher, to whom alone it is told."""
    told = {"matter": "entry:0", "day": NOW.date(), "text": "Ban hành kế hoạch.", "address": "/", "at": NOW}
    return {"pk": Reminder.objects.create(unit=world.school, person=world.user(Role.STAFF).person, **told).pk}


def a_charge(world: World) -> dict[str, Any]:
    person = world.user(Role.STAFF).person
    made = put_in_charge(a_work(world).item, person, "lead", since=NOW.date(), by=None, at=NOW)
    return the_school(world) | {"pk": made.pk}


def a_colleague(world: World) -> dict[str, Any]:
    return the_school(world) | {"pk": world.user(Role.STAFF).person.pk}


def a_holder(world: World) -> dict[str, Any]:
    person = world.user(Role.STAFF).person
    holder = name_holder(world.school, "Phụ trách thư viện", person, since=NOW.date(), by=None, at=NOW)
    return the_school(world) | {"pk": holder.pk}


ADDRESSES = {
    "notices": Address(SIGNED_IN, nothing),
    "notices-read": Address(SIGNED_IN, nothing, post={}),
    "notice": Address(SIGNED_IN, a_notice),
    "plan-briefings": Address("work.report", the_period),
    "briefing-new": Address("plan.inform", the_period),
    "plan-read": Address("work.report", the_period, post={}),
    "briefing-withdraw": Address("plan.inform", a_briefing),
    "assignments": Address("work.view"),
    "assignment": Address("work.view", query={"ten": "Hiệu trưởng"}, names_nothing=True),
    "holder-name": Address("work.assign", post={"ten": "Hiệu trưởng"}, names_nothing=True),
    "personal-plan": Address("work.report"),
    "personal-plan-docx": Address("work.report"),
    "personal-plan-pdf": Address("work.report"),
    "personal-plans": Address("work.assign"),
    "personal-plan-of": Address("work.assign", a_colleague),
    "personal-plan-of-docx": Address("work.assign", a_colleague),
    "personal-plan-of-pdf": Address("work.assign", a_colleague),
    "item-people": Address("work.assign", the_item),
    "charge-end": Address("work.assign", a_charge),
    "holder-end": Address("work.assign", a_holder),
    "plan-agenda": Address("work.view", the_period),
    "plan-gantt": Address("work.view", the_period),
    "plan-gantt-pdf": Address("work.view", the_period),
    "plan-money": Address("money.view", the_period),
    "reminders-read": Address("work.report", post={}),
    "calendar-feed": Address(OPEN, lambda world: {"secret": new_feed(world.user(Role.STAFF).person, at=NOW)}),
    "reminding": Address(SIGNED_IN, nothing),
    "calendar-change": Address(SIGNED_IN, nothing, post={}),
    "plan-year-end": Address("work.view", the_period),
    "plan-keep-recommendations": Address("plan.write", the_period, post={}),
    "plan-next": Address("plan.write", the_period),
    "plan-slices": Address("work.view", the_period),
    "item-end": Address("review.write", the_item),
    "item-chain": Address("work.view", the_item),
    "papers": Address("report.view"),
    "paper-new": Address("report.write", lambda world: the_school(world) | {"kind": "progress"}, names_nothing=True),
    "paper": Address("report.view_drafts", the_paper),
    "paper-edit": Address("report.write", the_paper),
    "paper-docx": Address("report.view_drafts", the_paper),
    "paper-pdf": Address("report.view_drafts", the_paper),
    "paper-preview": Address("report.view_drafts", the_paper),
    "paper-issue": Address("report.issue", the_paper, post={}),
    "paper-withdraw": Address("report.issue", the_paper),
    "paper-send": Address("report.issue", the_paper, post={}),
    "paper-attach": Address("report.issue", the_paper, post={}),
    "paper-signed": Address("report.view", a_signed_file),
    "received": Address("report.receive", lambda world: {"unit": world.commune.slug}),
    "paper-receive": Address("report.receive", a_submission, post={}),
    "paper-return": Address("report.receive", a_submission),
    "received-signed": Address("report.receive", a_signed_submission),
    "received-pdf": Address("report.receive", a_submission),
    "rounds": Address("monitoring.view"),
    "round-new": Address("monitoring.write"),
    "round": Address("monitoring.view", the_round),
    "round-open": Address("monitoring.write", the_round, post={}),
    "round-close": Address(
        "monitoring.write", lambda world: the_school(world) | {"pk": a_round(world, opened=True).pk}, post={}
    ),
    "observe": Address("monitoring.write", an_observation),
    "work-confirm": Address("work.confirm", the_work, post={}),
    "work-reopen": Address("work.confirm", the_work),
    "recommendation-answer": Address("monitoring.answer", a_recommendation),
    "recommendation-close": Address("monitoring.write", a_recommendation),
    "reviews": Address("work.view"),
    "review-new": Address("review.write"),
    "review": Address("work.view", the_review),
    "review-write": Address("review.write", the_review, post={}),
    "review-result": Address("review.write", a_reviewed_item),
    "adjustment-decide": Address("plan.issue", an_adjustment, post={"chap-nhan": "1"}),
    "my-work": Address("work.report"),
    "work": Address("work.view", the_work),
    # the right is held by everybody at the school; who does not carry the work out gets 403 all the same
    "work-report": Address("work.report", the_work, post={}, answers=(403,)),
    "work-drop": Address("work.assign", the_work),
    "plan-progress": Address("work.view", the_period),
    "request-new": Address("work.assign", the_item),
    "request-answer": Address("work.assign", a_request),
    "money-new": Address("money.write", the_item),
}
