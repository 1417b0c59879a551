"""The year's end, the next plan drafted from what is left, a long plan by years, an item through the years."""

import pytest

from caitien_web.assessment.actions import add_weakness
from caitien_web.assessment.models import Weakness
from caitien_web.monitoring.actions.next_year import draft_next_year
from caitien_web.monitoring.actions.year_end import CannotEnd, end_item
from caitien_web.monitoring.queries.years import chain_of, slices_of
from caitien_web.plans.models import PlanItem, SchoolPlan
from web.builders import NOW, a_plan, sample
from web.monitoring.builders import a_running_plan

pytestmark = pytest.mark.django_db
NEXT = {"years": (2027, 2028), "edition": "TT57-2026-PT", "form": "tt57-bieu2"}


@pytest.fixture
def plan(school, head):
    return a_running_plan(school, head)


def all_ended(plan, head, *, carried=2):
    for n, item in enumerate(plan.items.select_related("plan__unit")):
        outcome = "carried_over" if n < carried else "not_met"
        end_item(item, outcome, reason="Chờ kinh phí.", by=head, at=NOW)


def test_nothing_is_drafted_before_every_item_has_ended(plan, head):
    end_item(plan.items.select_related("plan__unit").first(), "carried_over", reason="Chờ.", by=head, at=NOW)
    with pytest.raises(CannotEnd, match="còn 6 mục"):
        draft_next_year(plan, [], by=head, at=NOW, **NEXT)


def test_the_next_plan_knows_where_its_items_come_from(plan, school, head):
    all_ended(plan, head)
    weak = add_weakness(school, edition="TT57-2026-PT", criterion="2.1", text="Thiếu tủ sách.", by=head, at=NOW)
    drafted = draft_next_year(plan, [weak], by=head, at=NOW, **NEXT).plan
    rows = list(drafted.items.all())
    assert len(rows) == 3
    assert [(row.carried_from is not None, row.times_carried, row.carry_reason) for row in rows] == [
        (True, 1, "Chờ kinh phí."),
        (True, 1, "Chờ kinh phí."),
        (False, 0, ""),
    ]
    assert "chuyển tiếp sang năm sau: 2" in drafted.parts["prior_results"]["text"]
    assert drafted.previous == plan
    assert rows[2].weaknesses.get() == weak


def test_a_plan_of_the_old_circular_goes_on_in_the_form_of_the_new_one(school, head):
    old = a_plan(school, head, value=sample("tieu-hoc-9-cot"), from_year=2025)
    SchoolPlan.everywhere.filter(pk=old.pk)
    from caitien_web.plans.actions.versions import take_over_plan
    from web.monitoring.builders import SIGNING

    take_over_plan(old, SIGNING, by=head, at=NOW)
    all_ended(old, head, carried=3)
    drafted = draft_next_year(old, [], by=head, at=NOW, years=(2026, 2027), edition="TT57-2026-PT", form="tt57-bieu2")
    assert drafted.plan.edition == "TT57-2026-PT"
    assert drafted.plan.items.exclude(carried_from=None).count() == drafted.plan.items.count() > 0
    assert drafted.notes


def test_an_item_is_one_chain_through_the_years(plan, school, head):
    all_ended(plan, head, carried=1)
    following = draft_next_year(plan, [], by=head, at=NOW, **NEXT).plan
    first = plan.items.first()
    links = chain_of(first, school)
    assert [link.item.plan_id for link in links] == [plan.pk, following.pk]
    assert links == chain_of(following.items.get(), school)


def test_a_long_plan_shows_the_years_without_an_item(school, head):
    from caitien_web.plans.actions import start_plan

    plan = start_plan(school, sample(), years=(2026, 2031), by=head, at=NOW)
    PlanItem.everywhere.filter(plan=plan).update(school_years=["2026-2027", "2028-2029"])
    assert [len(slice.items) for slice in slices_of(plan)] == [7, 0, 7, 0, 0]


def test_the_year_ends_and_the_next_begins_through_the_pages(plan, school, as_head, django_assert_max_num_queries):
    base = f"/don-vi/{school.slug}"
    for item in plan.items.all():
        as_head.post(f"{base}/muc/{item.pk}/ket-qua/", {"outcome": "carried_over", "reason": "Chờ kinh phí."})
    with django_assert_max_num_queries(12):
        page = as_head.get(f"{base}/ke-hoach/2026-2027/cuoi-nam/").content.decode()
    assert "Lập kế hoạch năm sau" in page
    add_weakness(school, edition=plan.edition, criterion="2.1", text="Thiếu tủ sách.", by=None, at=NOW)
    form = as_head.get(f"{base}/ke-hoach/2026-2027/nam-sau/").content.decode()
    assert "Thiếu tủ sách." in form
    keys = [str(pk) for pk in Weakness.objects.of(school).values_list("pk", flat=True)]
    made = as_head.post(f"{base}/ke-hoach/2026-2027/nam-sau/", {"from_year": 2027, "span": 1, "weaknesses": keys})
    assert made.url == f"{base}/ke-hoach/2027-2028/"
    assert as_head.get(made.url).status_code == 200
