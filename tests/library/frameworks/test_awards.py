"""School level → accreditation and national standard; the two generations mean different things by “Mức độ 1”."""

import pytest

from caitien.frameworks import MET, NOT_MET, CannotJudge, load_framework, recognise
from caitien.frameworks.awards import Standing
from caitien.frameworks.recognition import Attained


def exactly(level):
    return Attained(level, level, assessed=True)


def all_conditions(framework):
    return {condition.id: MET for condition in framework.recognition.conditions}


@pytest.mark.parametrize(
    ("framework_id", "level", "accreditation", "national"),
    [
        ("TT18-2018", 0, None, None),
        ("TT18-2018", 1, "Cấp độ 1", None),
        ("TT18-2018", 2, "Cấp độ 2", "Mức độ 1"),
        ("TT17-2018", 3, "Cấp độ 3", "Mức độ 2"),
        ("TT19-2018+TT22-2024", 4, "Cấp độ 4", "Mức độ 2"),
        ("TT57-2026-PT", 0, None, None),
        ("TT57-2026-PT", 1, None, "Mức độ 1"),
        ("TT57-2026-MN", 2, None, "Mức độ 2"),
        ("TT57-2026-GDTX", 2, None, None),
    ],
)
def test_the_awards_of_a_level(framework_id, level, accreditation, national):
    framework = load_framework(framework_id)
    given = recognise(framework, exactly(level), all_conditions(framework))
    assert (given.accreditation.name, given.national_standard.name) == (accreditation, national)


def test_level_1_gives_the_national_standard_in_one_generation_only():
    old, new = load_framework("TT18-2018"), load_framework("TT57-2026-PT")
    assert recognise(old, exactly(1), all_conditions(old)).national_standard.standing is Standing.NOT_ELIGIBLE
    assert recognise(new, exactly(1), all_conditions(new)).national_standard.standing is Standing.ELIGIBLE


def test_continuing_education_has_levels_but_no_recognition():
    award = recognise(load_framework("TT57-2026-GDTX"), exactly(2)).national_standard
    assert award.standing is Standing.NONE_IN_LAW
    assert "không có bước công nhận" in award.text


def test_a_condition_not_examined_is_not_a_failed_one():
    framework = load_framework("TT57-2026-PT")
    nothing = recognise(framework, exactly(2))
    assert nothing.national_standard.text == "Chưa xét xong."
    assert len(nothing.missing) == 3
    failed = recognise(framework, exactly(2), {"three_years": NOT_MET})
    assert failed.national_standard.standing is Standing.NOT_ELIGIBLE
    assert len(failed.failed) == 1
    assert "03 năm học" in failed.failed[0]


def test_an_open_result_gives_what_is_sure_and_leaves_the_rest_open():
    framework = load_framework("TT18-2018")
    conditions = all_conditions(framework)
    open_result = recognise(framework, Attained(0, 3, assessed=True), conditions)
    assert open_result.national_standard.standing is Standing.UNDECIDED
    sure = recognise(framework, Attained(1, 3, assessed=True), conditions)
    assert (sure.accreditation.name, sure.national_standard.standing) == ("Cấp độ 1", Standing.UNDECIDED)
    unseen = recognise(framework, Attained(0, 4, assessed=False), conditions)
    assert unseen.national_standard.standing is Standing.NOT_ASSESSED


def test_an_unknown_condition_is_refused():
    with pytest.raises(CannotJudge, match="money"):
        recognise(load_framework("TT18-2018"), exactly(2), {"money": MET})
