"""Texts come in one way of writing, and correct words are never touched."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caitien.vietnamese import normalise as nfc
from caitien.vietnamese.normalise import join_wrapped, normalise, normalise_with_repairs, squeeze
from caitien.vietnamese.syllables import is_syllable
from library.vietnamese.words import SYLLABLES, sentences, with_tone_one_letter_later

SHARED = Path(__file__).resolve().parents[3].parent / "shared"


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("Thư viêṇ", "Thư viện"),
        ("gia điǹh và xã hôị", "gia đình và xã hội"),
        ("vieṇ̂", "viện"),
        ("Nguyêñ", "Nguyễn"),
        ("QUÔĆ GIA", "QUỐC GIA"),
        ("hô ̣i đồng", "hội đồng"),
        ("HỘI ÐỒNG TỰ ÐÁNH GIÁ", "HỘI ĐỒNG TỰ ĐÁNH GIÁ"),
        ("TRƢỜNG, chất lƣợng", "TRƯỜNG, chất lượng"),
        ("chư¬ơng, d\u00adưỡng, tr\u200bẻ", "chương, dưỡng, trẻ"),
        ("ĐẠI ҺỌເ QUỐເ ǤIA", "ĐẠI HỌC QUỐC GIA"),
        ("giáо viên", "giáo viên"),
        ("số 12/KH-t®g", "số 12/KH-tđg"),
        ("Káº¿ hoạch".replace("ạ", "áº¡"), "Kế hoạch"),
        ("a\u00a0b\u2003c", "a b c"),
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
    ],
)
def test_damage_is_mended(damaged: str, mended: str) -> None:
    assert normalise(damaged) == unicodedata.normalize("NFC", mended)


@pytest.mark.parametrize("text", ["  \tTháng 9\n\n  Tháng 5", "Señor Muñoz", "Đắk Lắk, Krông Pắc", "Москва", "α = 5"])
def test_what_is_not_damaged_stays(text: str) -> None:
    assert normalise_with_repairs(text) == (text, set())


def test_no_correct_syllable_is_changed() -> None:
    assert len(SYLLABLES) > 10_000
    assert [word for word in SYLLABLES if normalise(word) != word] == []
    assert [word for word in map(str.upper, SYLLABLES) if normalise(word) != word] == []


def test_a_tone_one_letter_too_late_comes_back() -> None:
    cases = [(word, with_tone_one_letter_later(word)) for word in SYLLABLES]
    damaged = [(word, bad) for word, bad in cases if bad and not is_syllable(bad)]
    assert len(damaged) > 5_000
    assert [(word, bad) for word, bad in damaged if normalise(bad) != word] == []


@pytest.mark.needs_shared
def test_of_the_shared_texts_only_damaged_words_change() -> None:
    words: set[str] = set()
    for path in (one for one in SHARED.rglob("*.*") if one.suffix != ".pyc"):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        words.update(re.findall("[^\\W\\d_][\\w\u0300-\u036f]*", text))
    assert len(words) > 3_000
    changed = {word: normalise(word) for word in words if normalise(word) != word}
    assert all(set(word) & set("ÐðƢƣҺເǤ\u0300\u0301\u0302\u0303\u0309\u0323ṇǹị") for word in changed), changed


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(sentences)
def test_decomposed_text_is_composed(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == text


def test_the_repairs_are_told_in_vietnamese() -> None:
    assert normalise_with_repairs("Thư viêṇ ÐÔNG")[1] == {nfc.MISPLACED_MARKS, nfc.WRONG_LETTERS}


@pytest.mark.parametrize(
    ("loose", "tight"),
    [
        ("  Hiệu   trưởng , kế toán ;\n\n GV . ", "Hiệu trưởng, kế toán;\nGV."),
        ("Số : 12 ( bản sao )", "Số: 12 ( bản sao)"),
        ("và ... còn …", "và ... còn …"),
        ("phông .VnTime", "phông .VnTime"),
    ],
)
def test_squeezing_blanks(loose: str, tight: str) -> None:
    assert squeeze(loose) == tight


@given(st.text())
def test_squeezing_twice_changes_nothing_more(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)


def test_wrapped_lines_are_joined() -> None:
    assert join_wrapped("Thông tư số 17/2018/TT-\nBGDĐT của\nBộ") == "Thông tư số 17/2018/TT-BGDĐT của Bộ"
