"""What other plans offer for a cell: nothing that a school did not choose to publish."""

import pytest

from caitien_web.plans.actions.publishing import publish_plan
from caitien_web.plans.actions.versions import adjust_plan, take_over_plan
from caitien_web.plans.models import PlanItem
from caitien_web.plans.queries.suggestions import suggestions_for
from web.builders import NOW, a_plan, a_school
from web.monitoring.builders import SIGNING, a_running_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def cell(school):
    """A row of the school's draft, whose solution nobody has written yet."""
    plan = a_plan(school)
    item = plan.items.first()
    item.solution, item.criterion = "", "2.1"
    item.save()
    return plan, item


def neighbour(school):
    plan = a_running_plan(a_school(school.parent, "Trường Tiểu học Bến Lau"))
    PlanItem.everywhere.filter(pk=plan.items.first().pk).update(criterion="2.1")
    return plan


def test_a_neighbour_offers_what_it_has_published(school, cell):
    plan, item = cell
    published = neighbour(school)
    assert suggestions_for(plan, item, "solution") == []
    publish_plan(published, parts=["table", "table.solution"], by=None, at=NOW)
    assert [one.unit for one in suggestions_for(plan, item, "solution")] == ["Trường Tiểu học Bến Lau"]


def test_of_a_plan_under_adjustment_what_is_in_force_is_offered(school, cell):
    plan, item = cell
    published = a_plan(a_school(school.parent, "Trường Tiểu học Bến Lau"))
    PlanItem.everywhere.filter(pk=published.items.first().pk).update(criterion="2.1")
    take_over_plan(published, SIGNING, by=None, at=NOW)
    publish_plan(published, parts=["table", "table.solution"], by=None, at=NOW)
    adjust_plan(published, reason="Thiếu kinh phí", by=None, at=NOW)
    row, other = published.items.all()[:2]
    in_force = row.solution
    PlanItem.everywhere.filter(pk=row.pk).update(solution="", removed_at=NOW)
    PlanItem.everywhere.filter(pk=other.pk).update(criterion="2.1")
    assert [one.text for one in suggestions_for(plan, item, "solution")] == [in_force]


def test_a_column_that_is_not_published_is_not_offered(school, cell):
    plan, item = cell
    publish_plan(neighbour(school), parts=["table", "table.target_result"], by=None, at=NOW)
    assert suggestions_for(plan, item, "solution") == []


def test_an_older_edition_offers_what_the_crosswalk_leads_here_with_its_origin(school, cell):
    from caitien.frameworks import crosswalk, predecessors

    plan, item = cell
    old_edition, old_code = predecessors(plan.edition, item.criterion)[0]
    assert (plan.edition, item.criterion) in [(one.framework, one.code) for one in crosswalk(old_edition, old_code)]
    own = a_running_plan(school, from_year=2024)
    type(own).everywhere.filter(pk=own.pk).update(edition=old_edition)
    first = own.items.first()
    PlanItem.everywhere.filter(pk=first.pk).update(criterion=old_code)
    (found,) = suggestions_for(plan, item, "solution")
    assert (found.edition, found.criterion, found.period) == (old_edition, old_code, own.period_words)
    PlanItem.everywhere.filter(pk=first.pk).update(criterion="9.9")
    assert suggestions_for(plan, item, "solution") == []
