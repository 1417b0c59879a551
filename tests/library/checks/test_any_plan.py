"""Whatever a plan says, checking it ends, says the same twice, and every finding stands at a place that there is."""

from dataclasses import fields
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from caitien.checks import check_plan
from caitien.checks.catalogue import catalogue
from caitien.checks.document import check_file
from caitien.checks.run import PARTS
from caitien.findings import Finding, Severity
from caitien.plan import (
    DocumentInfo,
    Item,
    LegalBasis,
    OrganisationPart,
    Plan,
    PriorResults,
    Problem,
    Review,
    School,
    from_json,
    to_json,
)
from caitien.plan.model import Period, Signatory
from caitien.writing import write_plan
from library.checks.case_files import wording_of_text
from library.checks.faultless import PLAN
from library.checks.sound import LEVELS, sound_plan

# What plans are made of, broken and whole; any order and any letters between them.
WORDS = st.sampled_from(
    [
        "Hiệu trưởng",
        "tổ chuyên môn",
        "năm học 2024 - 2025",
        "tháng 13/2024",
        "30/02/2025",
        "Quý V",
        "1.10",
        "9.99",
        "Tiêu chí",
        "100%",
        "12.500.000 đồng",
        "không",
        "Căn cứ",
        "Thông tư số 18/2018/TT-BGDĐT",
        "/KH-",
        "…",
        "xây dựng",
        "(",
        ")",
        "“",
        "\n- ",
        ";",
        ",,",
        "  ",
        "Học kỳ II",
        "hằng năm",
        "UBND huyện",
        "½",
        "０",
        "²",
        "999999999999999999 tỷ",
        "từ tháng 9 đến",
        "Nơi nhận:",
        "Lưu: VT",
        "II.",
        "KẾ HOẠCH",
        "Độc lập",
        "MC.1.2.03",
        "[H1-1.2-03]",
        "<b>",
        "&amp;",
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=8), max_size=8).map(" ".join)
DAYS = st.sampled_from(["2024", "2024-09", "2025-02-28", "2026-09-01", "1999-12"])
CODES = st.sampled_from(["1.1", "1.10", "3.6", "5.6", "9.9", "12.34"])
FRAMEWORKS = st.sampled_from(["TT17-2018", "TT18-2018", "TT19-2018", "TT57-2026-PT", "TT57-2026-MN"])
BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "criterion": CODES,
    "weak_criteria": st.lists(CODES, max_size=3).map(tuple),
    "target_criteria": st.lists(CODES, max_size=3).map(tuple),
    "date": DAYS,
    "start": DAYS,
    "end": DAYS,
    "school_year": st.sampled_from(["2024-2025", "2025-2024"]),
    "school_years": st.lists(st.just("2024-2025"), max_size=2).map(tuple),
    "framework": FRAMEWORKS,
    "budget_vnd": st.integers(0, 10**15),
    "standard": st.integers(-1, 12),
    "levels": st.sampled_from([{}, {"1": {"met": 25, "total": 22}}, {"2": {"met": None, "total": 0}}, {"x": 3}]),
    "period": st.builds(Period, st.integers(1990, 2100), st.integers(1990, 2100)),
}


def values(kind: type) -> st.SearchStrategy[Any]:
    """Values of a dataclass whose fields are left out or filled with what plans are made of."""
    hints = get_type_hints(kind)
    filled: dict[str, st.SearchStrategy[Any]] = {}
    for field in fields(kind):
        known = BY_NAME[field.name] if field.name in BY_NAME else _of_type(hints[field.name])
        optional = "None" in str(hints[field.name])
        filled[field.name] = st.none() | known if optional and known is not None else known
    return st.builds(kind, **{name: strategy for name, strategy in filled.items() if strategy is not None})


def _of_type(hint: Any) -> st.SearchStrategy[Any] | None:
    name = str(hint)
    if "Literal" in name:
        return st.sampled_from([value for value in _literals(hint) if value is not None])
    if name.startswith("tuple[str"):
        return st.lists(TEXTS, max_size=3).map(tuple)
    return TEXTS if "str" in name else st.booleans() if hint is bool else None


def _literals(hint: Any) -> list[Any]:
    found: list[Any] = []
    for one in getattr(hint, "__args__", ()):
        found += _literals(one) if hasattr(one, "__args__") else [one] if isinstance(one, str) else []
    return found


def several(kind: type, most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(values(kind), max_size=most).map(tuple)


PLANS = st.builds(
    Plan,
    school=values(School),
    document=values(DocumentInfo),
    framework=st.none() | FRAMEWORKS,
    form=st.none() | st.sampled_from(["cv5932-9", "weakness-8", "tt57-10", "other"]),
    items=several(Item, 5),
    legal_bases=several(LegalBasis),
    purposes=st.lists(TEXTS, max_size=3).map(tuple),
    prior_results=st.none() | values(PriorResults),
    problems=several(Problem),
    weak_criteria=BY_NAME["weak_criteria"],
    target_criteria=BY_NAME["target_criteria"],
    reviews=several(Review),
    organisation=several(OrganisationPart),
    closing=st.none() | TEXTS,
    recipients=st.lists(TEXTS, max_size=3).map(tuple),
    signatory=st.none() | values(Signatory),
)
CHECKED = settings(max_examples=30, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))


@CHECKED
@given(PLANS, st.lists(TEXTS, max_size=12).map("\n".join))
def test_checking_any_plan_ends_and_names_places_that_there_are(plan, document):
    wording = wording_of_text(document)
    found = check_plan(plan, wording=wording)
    assert found == check_plan(plan, wording=wording)
    for finding in found:
        place = finding.place
        entry = catalogue()[finding.code]
        assert (finding.name, finding.severity in Severity, place.part in PARTS) == (entry.name, True, True)
        assert place.item is None or (place.part == "items" and 0 <= place.item < len(plan.items))
        assert place.quote is None or place.quote.strip()
        assert finding.message.strip()
        assert finding.hint.strip()


@CHECKED
@given(PLANS)
def test_a_plan_is_checked_alike_as_value_and_as_data(plan):
    assert check_plan(from_json(to_json(plan))) == check_plan(plan)


def test_a_plan_without_faults_has_nothing_of_weight():
    assert of_weight(check_plan(from_json(PLAN))) == []


@pytest.mark.parametrize("level", LEVELS)
def test_an_invented_plan_without_faults_has_nothing_of_weight(level, tmp_path):
    for seed in range(20):
        plan = from_json(sound_plan(seed, level))
        assert of_weight(check_plan(plan)) == []
    write_plan(plan, tmp_path / "plan.docx", form="weakness-10")
    assert of_weight([one.finding for one in check_file(tmp_path / "plan.docx").judged]) == []


def of_weight(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in found if one.severity is not Severity.HINT]
