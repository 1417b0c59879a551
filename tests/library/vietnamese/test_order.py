"""Folding for search, and the order of the Vietnamese alphabet."""

from hypothesis import given
from hypothesis import strategies as st

from caitien.vietnamese.fold import fold
from caitien.vietnamese.sorting import sort_key
from library.vietnamese.words import sentences


def test_folding_drops_case_marks_and_blanks() -> None:
    assert fold("  TRƯỜNG  Tiểu học\u00a0Đông Đô ") == "truong tieu hoc dong do"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(sentences)
def test_folded_vietnamese_is_plain_and_blind_to_case(text: str) -> None:
    assert fold(text).isascii()
    assert fold(text) == fold(text.upper()) == fold(text.lower())


def test_the_alphabet() -> None:
    alphabet = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y"
    letters = alphabet.split()
    assert sorted(set(letters), key=sort_key) == letters


def test_the_tones_come_after_the_letters() -> None:
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(["Hạ An", "Ha Bình", "Hà An", "hạ an"], key=sort_key) == ["Hà An", "hạ an", "Hạ An", "Ha Bình"]


@given(sentences, sentences)
def test_different_texts_have_different_keys(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)
