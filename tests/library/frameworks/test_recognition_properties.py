"""What must hold of every assessment, whatever it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.frameworks import MET, NOT_ASSESSED, NOT_MET, Point, judge_school, load_framework, not_applicable

NA = not_applicable("không có nội dung này")
EDITIONS = ["TT17-2018", "TT18-2018+TT22-2024", "TT19-2018", "TT57-2026-MN", "TT57-2026-GDTX"]


def points(framework):
    for criterion in framework.criteria:
        for level in criterion.levels:
            yield from (Point(criterion.code, level.number, letter) for letter in level.letters or (None,))


@st.composite
def assessments(draw):
    """An edition, marks on its points and on its clauses; mostly met, so that high levels are reached too."""
    framework = load_framework(draw(st.sampled_from(EDITIONS)))
    usual = draw(st.sampled_from([MET, MET, NOT_ASSESSED, NA, NOT_MET]))
    every = list(points(framework))
    odd = draw(st.dictionaries(st.sampled_from(every), st.sampled_from([MET, NOT_MET, NOT_ASSESSED, NA]), max_size=8))
    clauses = {one.number: draw(st.sampled_from([MET, MET, NOT_MET, NOT_ASSESSED, NA])) for one in framework.clauses}
    return framework, dict.fromkeys(every, usual) | odd, clauses


@pytest.mark.parametrize("framework_id", EDITIONS)
def test_all_met_is_the_highest_level_and_none_met_is_none(framework_id):
    framework = load_framework(framework_id)
    every = list(points(framework))
    clauses = [one.number for one in framework.clauses]
    best = judge_school(framework, dict.fromkeys(every, MET), dict.fromkeys(clauses, MET))
    worst = judge_school(framework, dict.fromkeys(every, NOT_MET), dict.fromkeys(clauses, NOT_MET))
    assert (best.attained.level, best.attained.decided, best.blocking) == (framework.levels[-1], True, ())
    assert (worst.attained.level, worst.attained.possible, worst.attained.decided) == (0, 0, True)


@given(assessments(), st.data())
def test_a_better_mark_never_lowers_and_a_worse_one_never_raises(assessment, data):
    framework, marks, clauses = assessment
    point = data.draw(st.sampled_from(list(marks)))
    order = [NOT_MET, NOT_ASSESSED, MET]
    results = [judge_school(framework, marks | {point: mark}, clauses).attained for mark in order]
    assert [one.level for one in results] == sorted(one.level for one in results)
    assert [one.possible for one in results] == sorted(one.possible for one in results)


@given(assessments(), st.data())
def test_assessing_what_was_open_stays_within_what_was_possible(assessment, data):
    framework, marks, clauses = assessment
    before = judge_school(framework, marks, clauses).attained
    missing = [point for point, mark in marks.items() if mark is NOT_ASSESSED]
    answers = {point: data.draw(st.sampled_from([MET, NOT_MET])) for point in missing[:20]}
    after = judge_school(framework, marks | answers, clauses).attained
    assert before.level <= after.level <= after.possible <= before.possible


@given(assessments())
def test_the_possible_level_is_what_meeting_everything_open_gives(assessment):
    framework, marks, clauses = assessment
    if NA in [*marks.values(), *clauses.values()]:
        return  # what does not apply leaves a doubt of its own
    met = {point: MET if mark is NOT_ASSESSED else mark for point, mark in marks.items()}
    met_clauses = {number: MET if mark is NOT_ASSESSED else mark for number, mark in clauses.items()}
    assert (
        judge_school(framework, met, met_clauses).attained.level
        == judge_school(framework, marks, clauses).attained.possible
    )


@given(assessments())
def test_an_unassessed_point_is_the_same_as_no_mark_at_all(assessment):
    framework, marks, clauses = assessment
    bare = {point: mark for point, mark in marks.items() if mark is not NOT_ASSESSED}
    assert judge_school(framework, bare, clauses) == judge_school(framework, marks, clauses)


@given(assessments())
def test_without_a_single_met_mark_there_is_no_level(assessment):
    framework, marks, clauses = assessment
    marks = {point: NOT_ASSESSED if mark is MET else mark for point, mark in marks.items()}
    assert judge_school(framework, marks, clauses).attained.level == 0


def test_a_criterion_can_be_open_at_one_level_and_bar_the_next():
    framework = load_framework("TT57-2026-MN")
    marks = dict.fromkeys(points(framework), MET)
    marks |= {Point("1.3", 1): NOT_ASSESSED, Point("1.3", 2): NOT_MET}
    result = judge_school(framework, marks, {})
    assert (result.attained.level, result.attained.possible) == (0, 1)
    assert (result.missing, result.blocking) == (("1.3",), ("1.3",))


def test_a_criterion_can_be_open_for_what_is_asked_of_all_and_surely_be_one_of_the_few_that_may_fall_short():
    framework = load_framework("TT57-2026-MN")
    marks = dict.fromkeys(points(framework), MET)
    marks |= {Point("3.3", 1): NOT_ASSESSED, Point("3.3", 2): NOT_MET}
    result = judge_school(framework, marks, {})
    assert (result.attained.level, result.attained.possible) == (1, 2)
    assert (result.missing, result.blocking) == (("3.3",), ())


@given(assessments())
def test_what_is_decided_says_what_blocks_and_what_is_open_says_what_is_missing(assessment):
    framework, marks, clauses = assessment
    result = judge_school(framework, marks, clauses)
    assert bool(result.blocking) == (result.attained.possible < framework.levels[-1])
    assert bool(result.missing) <= (result.attained.level < result.attained.possible)
    if result.attained.level < result.attained.possible:
        assert result.missing
