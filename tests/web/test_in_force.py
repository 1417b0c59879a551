"""While an adjustment is prepared, who does not write the plan reads the version in force: every way, role by role."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from caitien_web.api.actions import make_key
from caitien_web.api.models import Scope
from caitien_web.monitoring.models import Work
from caitien_web.plans.access import get_plan_for
from caitien_web.plans.actions import Signing, adjust_plan, issue_adjustment, publish_plan
from caitien_web.plans.actions.cells import CellWrite, write_cells
from caitien_web.plans.actions.findings import check_now, set_aside_finding
from caitien_web.plans.actions.parts import mark_of, write_part
from caitien_web.plans.actions.rows import add_row, remove_row
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.sections import BY_KEY, held
from caitien_web.schools.models import Role
from web.builders import NOW, a_user
from web.monitoring.builders import a_running_plan
from web.queries import queries_of

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=30)
NEW = "Chữ của bản điều chỉnh chưa ban hành"
WRITERS = (Role.HEAD, Role.VICE_HEAD, Role.SECRETARY, Role.COUNCIL_MEMBER)
READERS = (Role.ADMINISTRATOR, Role.MONITOR, Role.STAFF, Role.ACCOUNTANT, Role.PARENT)
ABOVE = (Role.OFFICER, Role.READER)
PAGES = (
    "plan",
    "plan-body",
    "plan-parts",
    "plan-preview",
    "plan-findings",
    "plan-comments",
    "plan-versions",
    "plan-comparison",
    "plan-export",
    "plan-progress",
    "plan-agenda",
    "plan-gantt",
    "plan-money",
    "plan-slices",
    "plan-year-end",
)


@pytest.fixture
def plan(school, head) -> SchoolPlan:
    """Issued, and open for an adjustment: one row changed, one new, one taken out, another purpose."""
    plan = a_running_plan(school, head)
    publish_plan(plan, parts=["table", "table.solution", "purposes"], by=head, at=NOW)
    adjust_plan(plan, reason="Thiếu kinh phí", by=head, at=LATER)
    first, last = plan.items.first(), plan.items.last()
    for field in ("solution", "target_result", "improvement", "task"):
        change(plan, first, field, f"{NEW} ({field})", head)
    change(plan, add_row(plan, after=first.pk, standard=None, by=head, at=LATER), "solution", f"{NEW} (mục mới)", head)
    remove_row(plan, last.pk, by=head, at=LATER)
    section = BY_KEY["purposes"]
    write_part(plan, section, [f"{NEW} (mục đích)"], base=mark_of(held(plan, section)), by=head, at=LATER)
    plan.refresh_from_db()
    return plan


def change(plan, row, field, text, by):
    [answer] = write_cells(plan, [CellWrite(row.pk, field, text, 0)], by=by, at=LATER)
    assert answer.state == "saved"


def everybody(school):
    """A client for each role at the school and above it, with whether the role writes plans."""
    for role in (*WRITERS[1:], *READERS):
        yield role, signed_in(a_user(school, role, f"Người {role}")), role in WRITERS
    for unit in (school.parent, school.parent.parent):
        for role in ABOVE:
            yield f"{role} of {unit}", signed_in(a_user(unit, role, f"Người {role}")), False


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_every_page_shows_readers_the_version_in_force(school, plan):
    removed = plan.items.exclude(removed_at=None).get()
    for role, client, writes in everybody(school):
        for name in PAGES:
            answer = client.get(reverse(name, args=[school.slug, plan.slug]), follow=True)
            assert answer.status_code in (200, 403), (role, name)
            assert writes or NEW not in answer.content.decode(), (role, name)
        told = client.get(reverse("plan", args=[school.slug, plan.slug])).content.decode()
        assert (NEW in told) == writes, role
        assert (f"muc-{removed.pk}" in told) != writes, role
        assert ("đang có hiệu lực" in told) != writes, role


def test_rows_and_their_past_are_those_in_force(school, plan):
    first = plan.items.first()
    added = plan.items.filter(solution__contains="mục mới").get()
    for role, client, writes in everybody(school):
        for name in ("plan-row", "plan-row-panel", "plan-row-history"):
            answer = client.get(reverse(name, args=[school.slug, plan.slug, first.pk]))
            assert answer.status_code in (200, 403), (role, name)
            assert writes or NEW not in answer.content.decode(), (role, name)
            fresh = client.get(reverse(name, args=[school.slug, plan.slug, added.pk]))
            assert fresh.status_code == 200 if writes else fresh.status_code in (403, 404), (role, name)
        for name in ("plan-changes", "plan-rows-removed"):
            answer = client.get(reverse(name, args=[school.slug, plan.slug]))
            assert writes or answer.status_code == 403 or NEW not in answer.content.decode(), (role, name)


@pytest.mark.parametrize("ending", ["json", "xlsx", "html", "md"])
def test_a_download_is_the_version_in_force(school, plan, ending):
    version = plan.versions.get()
    issued = signed_in(a_user(school, Role.COUNCIL_MEMBER)).get(
        reverse("plan-version-document", args=[school.slug, plan.slug, 1, ending])
    )
    for role in (Role.STAFF, Role.OFFICER):
        client = signed_in(a_user(school.parent if role is Role.OFFICER else school, role))
        answer = client.get(reverse("plan-document", args=[school.slug, plan.slug, ending]))
        assert answer.content == issued.content
        assert "DỰ THẢO" not in answer["Content-Disposition"]
    if ending == "json":
        assert json.loads(issued.content) == version.data


def test_search_the_public_page_and_comparison_do_not_tell_of_it(school, plan):
    for role, client, writes in everybody(school):
        found = client.get(reverse("plan-search", args=[school.slug]), {"q": "chưa ban hành"})
        assert (NEW in _plain(found)) == writes, role
        asked = {"tu": "1", "den": "nay"}
        assert writes or NEW not in _plain(client.get(reverse("plan-comparison", args=[school.slug, plan.slug]), asked))
    for unit in (school.parent, school.parent.parent):
        client = signed_in(a_user(unit, Role.READER, username=f"tim-{unit.slug}"))
        assert NEW not in _plain(client.get(reverse("plan-search", args=[unit.slug]), {"q": "chưa ban hành"}))
    public = Client().get(reverse("public-plan", args=[school.slug, plan.slug]))
    assert public.status_code == 200 and NEW not in public.content.decode()


def _plain(answer) -> str:
    return answer.content.decode().replace("<mark>", "").replace("</mark>", "")


def test_the_api_and_its_documents_do_not_tell_of_it(school, plan):
    at = f"/api/v1/units/{school.slug}/plans/{plan.slug}"
    for role, unit in ((Role.STAFF, school), (Role.OFFICER, school.parent), (Role.READER, school.parent.parent)):
        _, secret = make_key(a_user(unit, role), "Thử", scopes=list(Scope), valid_until=None, by=None, at=NOW)
        client = Client(headers={"Authorization": f"Bearer {secret}"})
        assert client.get(at).json()["plan"] == plan.versions.get().data
        for rest in ("findings", "document.json", "versions/1"):
            assert NEW not in client.get(f"{at}/{rest}").content.decode()


def test_the_figures_of_an_authority_stand(school, plan):
    """Counts of findings, items and works are those of the version in force, also after the writer checks the next."""
    before = (plan.error_count, plan.warning_count, plan.hint_count)
    works = Work.everywhere.filter(item__plan=plan).count()
    check_now(plan, at=NOW)
    plan.refresh_from_db()
    assert (plan.error_count, plan.warning_count, plan.hint_count) == before
    client = signed_in(a_user(school.parent, Role.OFFICER))
    told = client.get(reverse("plan-progress", args=[school.slug, plan.slug])).content.decode()
    assert told.count("/viec/") >= works


def test_what_reads_as_in_force_is_never_saved(school, plan):
    shown = get_plan_for(a_user(school, Role.STAFF), school, plan.slug)
    assert shown.in_force and not shown.adjusting
    with pytest.raises(TypeError):
        shown.save()


def test_once_issued_everybody_reads_the_next_version(school, head, plan):
    signing = Signing("99/KH-THSN", LATER.date(), "Hiệu trưởng", "Hà Thị Mận")
    for finding in [one for one in check_now(plan, at=NOW) if one.severity == "error"]:
        set_aside(plan, finding, head)
    issue_adjustment(plan, signing, summary="Thêm mục", approved_by="Hiệu trưởng", by=head, at=LATER)
    plan.refresh_from_db()
    assert plan.checked_at
    for role, client, _ in everybody(school):
        assert NEW in client.get(reverse("plan", args=[school.slug, plan.slug])).content.decode(), role


def set_aside(plan, mark, by):
    set_aside_finding(
        plan, code=mark.finding.code, item=mark.item and mark.item.pk, quote="", reason="Thử", by=by, at=NOW
    )


def test_the_page_asks_as_often_for_readers(school, plan):
    client = signed_in(a_user(school.parent, Role.OFFICER))
    at = reverse("plan", args=[school.slug, plan.slug])
    client.get(at)
    assert len(queries_of(lambda: client.get(at))) <= 10
