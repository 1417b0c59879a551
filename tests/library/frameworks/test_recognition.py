"""Indicator → criterion → school level, rule by rule, through the editions' own data."""

import pytest

from caitien.frameworks import (
    MET,
    NOT_ASSESSED,
    NOT_MET,
    CannotJudge,
    Mark,
    Outcome,
    Point,
    State,
    judge_criterion,
    judge_each_level,
    judge_school,
    load_framework,
    not_applicable,
)

TT18, PT = load_framework("TT18-2018"), load_framework("TT57-2026-PT")
MANDATORY = tuple(one.code for one in PT.criteria if one.mandatory)
OTHERS = tuple(one.code for one in PT.criteria if not one.mandatory)


def every(framework, highest):
    """Marks that meet every level up to `highest` of every criterion."""
    return {
        Point(one.code, level.number): MET
        for one in framework.criteria
        for level in one.levels
        if level.number <= highest
    }


def at(levels):
    """Marks of TT57 by criterion: 2 both levels met, 1 the first met and the second not, 0 the first not."""
    marks = {}
    for code, level in levels.items():
        marks |= {Point(code, n): MET if n <= level else NOT_MET for n in (1, 2) if n <= level + 1}
    return marks


def clauses(framework, *marks):
    given = marks or (MET,) * len(framework.clauses)
    return dict(zip((one.number for one in framework.clauses), given, strict=False))


# --- a criterion -----------------------------------------------------------------------------------------------------


def letters(**marks):
    return {Point("1.3", int(name[1]), name[2]): mark for name, mark in marks.items()}


def test_a_level_is_met_when_all_its_indicators_are():
    result = judge_criterion(TT18, "1.3", letters(m1a=MET, m1b=MET, m1c=MET, m2a=MET, m2b=NOT_MET))
    assert (result.states[1], result.states[2], result.attained.text) == (State.MET, State.NOT_MET, "Đạt Mức 1")


def test_a_missing_indicator_leaves_the_level_open():
    result = judge_criterion(TT18, "1.3", letters(m1a=MET, m1b=MET))
    assert result.state is State.NOT_ASSESSED
    assert result.attained.outcome is Outcome.UNDECIDED


def test_one_failed_indicator_decides_whatever_is_missing():
    result = judge_criterion(TT18, "1.3", letters(m1a=MET, m1b=NOT_MET))
    assert (result.state, result.attained.text) == (State.NOT_MET, "Không đạt Mức 1")


def test_levels_nest_a_higher_level_alone_counts_nothing():
    marks = {Point("1.1", 1): NOT_MET, Point("1.1", 2): MET, Point("1.1", 3): MET}
    assert judge_criterion(TT18, "1.1", marks).attained.text == "Không đạt Mức 1"


def test_failing_a_higher_level_keeps_the_lower_one():
    marks = {Point("1.1", 1): MET, Point("1.1", 2): MET, Point("1.1", 3): NOT_MET}
    result = judge_criterion(TT18, "1.1", marks)
    assert (result.attained.level, result.attained.decided) == (2, True)


def test_a_criterion_without_level_3_counts_for_1_and_2_and_bars_no_level_3():
    result = judge_criterion(TT18, "1.2", {Point("1.2", 1): MET, Point("1.2", 2): MET})
    assert (result.attained.level, result.stands) == (2, 3)


def test_what_does_not_apply_drops_out_with_its_reason():
    result = judge_criterion(TT18, "1.3", letters(m1a=MET, m1b=MET, m1c=not_applicable("chưa có tổ chức này")))
    assert result.states[1] is State.MET
    with pytest.raises(CannotJudge, match="kèm lý do"):
        Mark(State.NOT_APPLICABLE)
    with pytest.raises(CannotJudge, match="kèm lý do"):
        not_applicable("  ")


def test_a_criterion_that_does_not_apply_at_all_is_neither_met_nor_failed_nor_unassessed():
    marks = {Point("3.4", n): not_applicable("trường thuê địa điểm") for n in (1, 2)}
    result = judge_criterion(TT18, "3.4", marks)
    assert result.state is State.NOT_APPLICABLE
    assert not result.attained.assessed


def test_a_level_that_does_not_apply_is_not_failed_when_the_next_one_is():
    marks = {Point("1.1", 1): not_applicable("trường mới lập"), Point("1.1", 2): NOT_MET}
    result = judge_criterion(TT18, "1.1", marks)
    assert (result.attained.outcome, result.stands, result.may_stand) == (Outcome.UNDECIDED, 0, 1)


@pytest.mark.parametrize("point", [Point("1.11", 1), Point("1.2", 3), Point("1.1", 1, "d"), Point("1.1", 2, "a")])
def test_marks_on_what_the_edition_has_not_are_refused_aloud(point):
    with pytest.raises(CannotJudge, match=f"không có tiêu chí {point.criterion}"):
        judge_school(TT18, {point: MET})


# --- the school, 2018 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("framework_id", ["TT17-2018", "TT18-2018", "TT19-2018", "TT17-2018+TT22-2024"])
def test_2018_a_school_reaches_the_level_that_all_criteria_meet(framework_id, level):
    framework = load_framework(framework_id)
    marks = every(framework, level)
    if level < 3:
        marks[Point("1.1", level + 1)] = NOT_MET
    result = judge_school(framework, marks, clauses(framework, NOT_MET))
    assert (result.attained.level, result.attained.decided) == (level, True)


def test_2018_one_criterion_below_level_1_means_no_level_at_all():
    result = judge_school(TT18, every(TT18, 3) | {Point("3.4", 1): NOT_MET}, clauses(TT18))
    assert result.attained.text == "Không đạt Mức 1"
    assert result.blocking == ("3.4",)


def test_2018_level_4_needs_level_3_and_every_clause():
    full = every(TT18, 3)
    assert judge_school(TT18, full, clauses(TT18)).attained.text == "Đạt Mức 4"
    one_fails = judge_school(TT18, full, clauses(TT18) | {5: NOT_MET})
    assert (one_fails.attained.level, one_fails.blocking) == (3, ("khoản 5 Điều 22",))
    below_3 = judge_school(TT18, full | {Point("5.6", 3): NOT_MET}, clauses(TT18))
    assert (below_3.attained.text, below_3.blocking) == ("Đạt Mức 2", ("5.6",))


def test_2018_unassessed_clauses_leave_level_4_open():
    result = judge_school(TT18, every(TT18, 3))
    assert result.attained.text == "Đạt Mức 3 (chưa đánh giá hết, còn có thể đạt Mức 4)"
    assert len(result.missing) == 6


def test_a_mark_on_a_clause_that_is_not_there_is_refused():
    with pytest.raises(CannotJudge, match="khoản 7"):
        judge_school(TT18, {}, {7: MET})


def test_clauses_that_all_do_not_apply_do_not_make_level_4():
    none = {one.number: not_applicable("không có chương trình") for one in TT18.clauses}
    assert judge_school(TT18, every(TT18, 3), none).attained.level == 3


def test_levels_whose_content_is_unknown_are_never_passed_unseen():
    framework = load_framework("TT18-2018+TT22-2024")
    known = {point: mark for point, mark in every(framework, 3).items() if not point.criterion.startswith("3.")}
    assert judge_school(framework, known).attained.outcome is Outcome.UNDECIDED
    assert judge_school(framework, every(framework, 2)).attained.level == 2


# --- the school, TT57 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("levels", "text"),
    [
        (dict.fromkeys(MANDATORY + OTHERS, 2), "Đạt Mức 2"),
        (dict.fromkeys(MANDATORY + OTHERS, 1), "Đạt Mức 1"),
        # Mức 1 tolerates two others failed, not three.
        (dict.fromkeys(MANDATORY, 1) | dict.fromkeys(OTHERS, 1) | dict.fromkeys(OTHERS[:2], 0), "Đạt Mức 1"),
        (dict.fromkeys(MANDATORY, 2) | dict.fromkeys(OTHERS, 2) | dict.fromkeys(OTHERS[:3], 0), "Không đạt Mức 1"),
        # Mức 2 tolerates two others at Mức 1, not three, and none failed.
        (dict.fromkeys(MANDATORY, 2) | dict.fromkeys(OTHERS, 2) | dict.fromkeys(OTHERS[:2], 1), "Đạt Mức 2"),
        (dict.fromkeys(MANDATORY, 2) | dict.fromkeys(OTHERS, 2) | dict.fromkeys(OTHERS[:3], 1), "Đạt Mức 1"),
        (dict.fromkeys(MANDATORY, 2) | dict.fromkeys(OTHERS, 2) | {OTHERS[0]: 0}, "Đạt Mức 1"),
        # One mandatory criterion decides.
        (dict.fromkeys(MANDATORY + OTHERS, 2) | {"4.2": 1}, "Đạt Mức 1"),
        (dict.fromkeys(MANDATORY + OTHERS, 2) | {"4.2": 0}, "Không đạt Mức 1"),
    ],
)
@pytest.mark.parametrize("framework_id", ["TT57-2026-MN", "TT57-2026-PT", "TT57-2026-GDTX"])
def test_tt57_eight_mandatory_and_five_of_the_seven_others(framework_id, levels, text):
    assert judge_school(load_framework(framework_id), at(levels)).attained.text == text


def test_tt57_the_result_names_what_blocks():
    levels = dict.fromkeys(MANDATORY, 1) | dict.fromkeys(OTHERS, 1) | {"4.1": 0} | dict.fromkeys(OTHERS[:3], 0)
    assert judge_school(PT, at(levels)).blocking == ("1.1", "1.2", "2.3", "4.1")


def test_tt57_what_is_missing_matters_only_while_it_can_decide():
    five = dict.fromkeys(MANDATORY, 1) | dict.fromkeys(OTHERS[:5], 1)
    assert judge_school(PT, at(five)).attained.text == "Đạt Mức 1"
    four = judge_school(PT, at(dict.fromkeys(MANDATORY, 1) | dict.fromkeys(OTHERS[:4], 1)))
    assert four.attained.text == "Chưa kết luận được (còn có thể đạt Mức 1)"
    assert four.missing == OTHERS[4:]
    failed = judge_school(PT, at({"1.3": 0}))
    assert failed.attained.text == "Không đạt Mức 1"


@pytest.mark.parametrize("framework_id", ["TT17-2018", "TT19-2018+TT22-2024", "TT57-2026-PT", "TT57-2026-GDTX"])
def test_nothing_assessed_is_neither_pass_nor_failure(framework_id):
    framework = load_framework(framework_id)
    unmarked = judge_school(framework, {})
    declared = judge_school(framework, dict.fromkeys(every(framework, 3), NOT_ASSESSED))
    dropped = judge_school(framework, {point: not_applicable("thử") for point in every(framework, 3)})
    for result in (unmarked, declared, dropped):
        assert result.attained.outcome is Outcome.NOT_ASSESSED
        assert result.attained.text == "Chưa đánh giá"
        assert result.attained.level == 0


# --- schools of several levels ---------------------------------------------------------------------------------------


def test_tt57_a_school_of_several_levels_has_the_lowest_result():
    good, fair, failed = (at(dict.fromkeys(MANDATORY + OTHERS, level)) for level in (2, 1, 0))
    assert judge_each_level(PT, {"lower_secondary": good, "upper_secondary": fair}).attained.text == "Đạt Mức 1"
    assert judge_each_level(PT, {"lower_secondary": good, "upper_secondary": failed}).attained.text == "Không đạt Mức 1"


def test_tt57_a_level_not_assessed_leaves_the_school_open_unless_another_failed():
    good, failed = (at(dict.fromkeys(MANDATORY + OTHERS, level)) for level in (2, 0))
    open_result = judge_each_level(PT, {"primary": good, "lower_secondary": {}})
    assert open_result.attained.outcome is Outcome.UNDECIDED
    assert judge_each_level(PT, {"primary": failed, "lower_secondary": {}}).attained.outcome is Outcome.NOT_REACHED
    assert judge_each_level(PT, {"primary": {}, "lower_secondary": {}}).attained.outcome is Outcome.NOT_ASSESSED


def test_the_2018_circular_judges_such_a_school_as_a_whole():
    with pytest.raises(CannotJudge, match="không đánh giá riêng"):
        judge_each_level(TT18, {"lower_secondary": every(TT18, 2)})


@pytest.mark.parametrize("marks", [{}, {"preschool": {}}, {"multi_level": {}}])
def test_each_level_wants_levels_of_the_edition(marks):
    with pytest.raises(CannotJudge):
        judge_each_level(PT, marks)
