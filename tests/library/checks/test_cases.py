"""Every check finds what its cases say, and nothing in the cases without fault; every check has cases of both kinds."""

import pytest

from caitien.checks.catalogue import catalogue, load_check
from library.checks.case_files import FOLDER, Case, read_cases

CASES = [case for path in sorted(FOLDER.rglob("*.md")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.title}")
def test_a_check_finds_what_its_case_says(case: Case):
    assert case.found() == case.expected


def test_every_check_has_a_case_with_and_one_without_fault():
    with_fault = {case.code for case in CASES if case.expected}
    without = {case.code for case in CASES if not case.expected}
    assert with_fault == without == set(catalogue())


@pytest.mark.parametrize("code", list(catalogue()))
def test_every_check_is_where_the_catalogue_says_and_explains_itself(code):
    check = load_check(code)
    assert check.code == code
    page = check.__doc__ or ""
    for heading in ("Vì sao:", "Căn cứ:", "Không dùng khi:"):
        assert heading in page
