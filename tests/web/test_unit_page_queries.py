"""A unit's own page and its plans: as many queries for many plans as for few."""

from itertools import count

from web.builders import a_plan
from web.queries import assert_constant_queries


def test_the_page_of_a_unit_asks_the_same_for_any_number_of_plans(as_head, school):
    years = count(2015)

    def plans(number: int) -> None:
        for _ in range(number):
            a_plan(school, from_year=next(years))

    assert_constant_queries(plans, lambda: as_head.get(f"/don-vi/{school.slug}/"))
