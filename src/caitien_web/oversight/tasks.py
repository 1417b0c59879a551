"""Slow work of an authority: comparing all plans of a school year with one another."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.utils import timezone
from django_tasks import task

from caitien.checks.duplicates import Pair, Texts, pairs, texts_of
from caitien_web.oversight.models import CopySearch, CopySearchState
from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.convert import to_plan
from caitien_web.plans.in_force import as_in_force
from caitien_web.plans.models import PlanItem, SchoolPlan

SHOWN = 200  # pairs that are kept
CHUNK = 200


@task()
def compare_plans(search_id: str) -> None:
    """Fill a CopySearch; a failure is written down there, too."""
    search = CopySearch.everywhere.select_related("unit").get(pk=search_id)
    try:
        search.plans, search.pairs = _compare(search)
        search.state = CopySearchState.DONE
    except Exception:
        search.state = CopySearchState.FAILED
        raise
    finally:
        search.done_at = timezone.now()
        search.save()


def _compare(search: CopySearch) -> tuple[int, list[dict[str, Any]]]:
    year = search.from_year
    plans = SchoolPlan.objects.within(search.unit).filter(
        from_year__lte=year, to_year__gt=year, state__in=FROM_SUBMISSION
    )
    heads: list[dict[str, str]] = []
    texts: list[Texts] = []
    for plan, rows in _with_rows(plans.select_related("unit").order_by("unit__folded").iterator(chunk_size=CHUNK)):
        heads.append({"school": plan.unit.name, "unit": plan.unit.slug, "period": plan.slug})
        texts.append(texts_of(to_plan(plan, rows)))
    found = pairs(texts)[:SHOWN]
    return len(heads), [_told(pair, heads) for pair in found]


def _with_rows(plans: Iterator[SchoolPlan]) -> Iterator[tuple[SchoolPlan, list[PlanItem]]]:
    """Each plan with its rows, as they are in force."""
    while some := list(islice(plans, CHUNK)):
        rows: dict[Any, list[PlanItem]] = defaultdict(list)
        for row in PlanItem.everywhere.filter(plan__in=some, removed_at=None).defer("folded"):
            rows[row.plan_id].append(row)
        for plan in some:
            if plan.adjusting:
                shown = as_in_force(plan)
                yield shown, shown.rows()
            else:
                yield plan, rows[plan.pk]


def _told(pair: Pair, heads: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "first": heads[pair.first],
        "second": heads[pair.second],
        "share": round(100 * pair.share),
        "passages": [passage.text[:400] for passage in pair.passages],
    }
