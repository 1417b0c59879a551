"""Spelling is judged by the syllable: no well-written one is called wrong, whatever its letters and tone."""

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caitien.checks import check_plan
from caitien.plan import from_json
from caitien.reading import read_plan
from caitien.vietnamese.syllables import INITIALS, RHYMES, TONES, place_tone
from library.checks.faultless import changed

STOPPED = ("c", "ch", "p", "t")


def words() -> st.SearchStrategy[str]:
    """Syllables as Vietnamese writes them, "" for combinations that it has not."""
    parts = st.tuples(st.sampled_from(sorted(INITIALS)), st.sampled_from(sorted(RHYMES)), st.sampled_from(["", *TONES]))
    return parts.map(lambda p: "" if p[1].endswith(STOPPED) and not p[2] else place_tone(p[0] + p[1], p[2]) or "")


def found(text: str, *codes: str) -> list[str]:
    plan = from_json(changed({"items": [{"solution": text}]}))
    return [finding.place.quote or "" for finding in check_plan(plan, select=codes)]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
@given(st.lists(words(), min_size=5, max_size=40, unique=True))
def test_no_syllable_is_called_a_slip_for_its_form(syllables: list[str]) -> None:
    told = check_plan(from_json(changed({"items": [{"solution": ". ".join(filter(None, syllables))}]})), select=["W01"])
    assert not [finding.message for finding in told if "không phải một tiếng" in finding.message]


@pytest.mark.parametrize("word", ["họach", "viêc", "hòan", "trườngtiểu", "đựơc", "giáoviên"])
def test_what_is_no_syllable_is_told_with_its_neighbours(word: str) -> None:
    assert found(f"Nhà trường đã {word} xong việc này.", "W01") == [f"trường đã {word} xong việc"]


@pytest.mark.parametrize(
    "text", ["đ/c Hiệu trưởng", "xã Đắk Riêng", "trang truong-hoc.edu.vn", "CBQL, TPTĐ, hđtn", "m²"]
)
def test_abbreviations_names_and_addresses_are_no_slips(text: str) -> None:
    assert found(f"Phối hợp với {text} để thực hiện.", "W01") == []


def test_blanks_are_judged_as_they_were_typed_in_word(tmp_path) -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Cải tiến chất lượng giáo dục năm học 2024– 2025")
    document.add_paragraph("I. MỤC ĐÍCH, YÊU CẦU")
    document.add_paragraph("Giữ vững  kết quả .")
    document.save(str(tmp_path / "ke-hoach.docx"))
    reading = read_plan(tmp_path / "ke-hoach.docx")
    told = check_plan(reading.plan, wording=reading.wording, positions=reading.positions, select=["W06"])
    assert {finding.place.quote for finding in told} == {"năm học 2024– 2025", "Giữ vững kết quả", "kết quả ."}
