"""Rows ↔ the library's plan: nothing is lost on the way in and out."""

import dataclasses

import pytest

from caitien_web.plans.convert import to_plan
from web.builders import SAMPLES, a_plan, sample

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.json")))
def test_a_plan_comes_back_from_rows_as_it_was(school, name):
    value = sample(name)
    period = value.document.period
    plan = a_plan(school, value=value, from_year=period.from_year, to_year=period.to_year)
    plan.refresh_from_db()
    back = to_plan(plan)
    assert back.items == value.items
    for part in (
        "legal_bases",
        "purposes",
        "prior_results",
        "problems",
        "reviews",
        "organisation",
        "recipients",
        "closing",
    ):
        assert getattr(back, part) == getattr(value, part), part
    assert dataclasses.replace(back.signatory) == value.signatory
    assert back.framework == value.framework
