"""Text of a wrong encoding is turned back where that can be, and refused with a reason where it cannot."""

import pytest
from hypothesis import given

from caitien.vietnamese.normalise import damage, undo_mojibake
from library.vietnamese.words import sentences


def as_read(text: str, encoding: str) -> str:
    """UTF-8 bytes as a program shows them that takes them for `encoding`."""
    raw = text.encode("utf-8")
    if encoding == "latin-1":
        return raw.decode("latin-1")
    return "".join(bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in raw)


@given(sentences)
def test_utf8_read_as_another_encoding_is_undone(text: str) -> None:
    text = f"Kế hoạch {text}"
    assert undo_mojibake(as_read(text, "cp1252")) == text
    assert undo_mojibake(as_read(text, "latin-1")) == text


@given(sentences)
def test_proper_text_is_neither_undone_nor_refused(text: str) -> None:
    assert undo_mojibake(text) == text
    assert damage(text) is None


@pytest.mark.parametrize(
    "text", ["Phòng GD&ĐT (để b/c); Lưu: VT", "https://mn.example/x?id=1&b=2", "Vì sao?Bởi vì", "“NGÃ” – “Ê”"]
)
def test_odd_but_sound_text_is_kept(text: str) -> None:
    assert damage(text) is None
    assert undo_mojibake(text) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("L);&)A>-&'U", "không có bảng mã"),
        ("7UѭӡQJ 0ҫP QRQ", "không có bảng mã"),
        ("(cid:12)(cid:33) (cid:7)", "không có bảng mã"),
        ("H??NG D?N T? ?ÁNH GIÁ", "dấu “?”"),
        ("Tr??ng", "dấu “?”"),
        ("Tr\ufffd\ufffdng", "đã mất"),
        ("Tr\u00c6\u00b0\u00e1ng \u00e1\u00bai ti\u00e1\u00bf", "sai bảng mã"),
    ],
)
def test_lost_text_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert reason in (damage(text) or "")
