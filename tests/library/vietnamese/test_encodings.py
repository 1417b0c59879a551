"""TCVN3 and VNI are told by the font and turned into Unicode."""

import pytest
from hypothesis import given

from caitien.vietnamese.encodings import decode_legacy, encode_legacy, legacy_encoding, looks_legacy
from library.vietnamese.words import sentences


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".vntime", "tcvn3"),
        ("ABCDEF+.VnTime,Bold", "tcvn3"),
        (".VnArial Narrow", "tcvn3"),
        (".VnTimeH", "tcvn3-capitals"),
        (".VnArialH,Bold", "tcvn3-capitals"),
        ("VNI-Times", "vni"),
        ("VNI-Helve-Condense", "vni"),
        ("Times New Roman", None),
        ("Vnitiara", None),
        ("", None),
    ],
)
def test_the_font_tells_the_encoding(font: str, encoding: str | None) -> None:
    assert legacy_encoding(font) == encoding


# The left sides are what such documents show when their bytes are read as cp1252.
def test_known_texts_of_each_encoding() -> None:
    assert decode_legacy("Tr\u00adêng TiÓu häc", "tcvn3") == "Trường Tiểu học"
    assert decode_legacy("KÕ ho¹ch n¨m häc", "tcvn3-capitals") == "KẾ HOẠCH NĂM HỌC"
    assert decode_legacy("Tröôøng Tieåu hoïc Ñònh", "vni") == "Trường Tiểu học Định"
    assert decode_legacy("TRÖÔØNG TIEÅU HOÏC", "vni") == "TRƯỜNG TIỂU HỌC"
    assert decode_legacy("\uf054r\uf0ad\uf0eang", "tcvn3") == "Trường"


@given(sentences)
def test_vni_round_trip(text: str) -> None:
    assert decode_legacy(encode_legacy(text, "vni"), "vni") == text


@given(sentences.map(str.lower))
def test_tcvn3_round_trip_of_small_letters(text: str) -> None:
    assert decode_legacy(encode_legacy(text, "tcvn3"), "tcvn3") == text


@given(sentences.map(str.upper))
def test_tcvn3_round_trip_in_the_font_of_capitals(text: str) -> None:
    assert decode_legacy(encode_legacy(text, "tcvn3-capitals"), "tcvn3-capitals") == text


@given(sentences)
def test_unicode_text_never_looks_legacy(text: str) -> None:
    assert looks_legacy(text) is None


def test_the_encoding_is_seen_without_a_font() -> None:
    text = "Kế hoạch cải tiến chất lượng giáo dục của trường tiểu học, năm học 2024 - 2025"
    assert looks_legacy(encode_legacy(text, "tcvn3")) == "tcvn3"
    assert looks_legacy(encode_legacy(text, "vni")) == "vni"
    assert looks_legacy("KH-t®g") == "tcvn3"
    assert looks_legacy("Microsoft® Office, café, 25 °C") is None
