"""Old criterion → TT57: a proposal, whole and within the editions."""

import pytest

from caitien.frameworks import CannotFindFramework, all_frameworks, crosswalk, load_framework

OLD = [framework for framework in all_frameworks() if not framework.id.startswith("TT57")]


@pytest.mark.parametrize("framework", OLD, ids=lambda framework: framework.id)
def test_every_old_criterion_has_a_proposal_within_tt57(framework):
    for criterion in framework.criteria:
        counterparts = crosswalk(framework.id, criterion.code)
        assert [one.primary for one in counterparts] == [True] + [False] * (len(counterparts) - 1)
        for one in counterparts:
            assert load_framework(one.framework).criterion(one.code)
            assert set(framework.school_levels) <= set(load_framework(one.framework).school_levels)
            assert one.confidence == "proposal"


@pytest.mark.parametrize(
    ("old", "code", "new"),
    [
        ("TT18-2018", "1.6", ["1.3", "1.4", "4.1"]),
        ("TT18-2018", "5.2", ["3.4"]),
        ("TT17-2018", "5.2", ["3.1", "3.2"]),
        ("TT19-2018", "1.3", ["1.2", "4.3"]),
        ("TT17-2018+TT22-2024", "3.2", ["4.1", "4.2"]),
    ],
)
def test_some_proposals(old, code, new):
    assert [one.code for one in crosswalk(old, code)] == new


def test_the_notes_say_which_part_goes_where():
    assert crosswalk("TT17-2018", "1.6")[1].note == "công khai"


@pytest.mark.parametrize(("old", "code"), [("TT19-2018", "2.4"), ("TT18-2018", "3.7"), ("TT57-2026-PT", "1.1")])
def test_what_has_no_counterpart_table_is_refused(old, code):
    with pytest.raises(CannotFindFramework):
        crosswalk(old, code)
