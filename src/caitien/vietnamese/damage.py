"""Text that came through a wrong encoding: undone where it can be, named where it cannot."""

import re
import unicodedata

_VIETNAMESE_ONLY = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")
# The first byte of a UTF-8 letter as cp1252 shows it, and what the bytes that follow become; quotation marks, dashes
# and the blank may also stand after a real Ã or Â, so that one of them alone proves nothing.
_LEADS = "ÃÄÅÆÂâá"
_UNSURE = "“”‘’–—… "
_FOLLOWERS = "\u0080-\u00bf€‚ƒ„†‡ˆ‰Š‹Œ\u017d\u017e•˜™š›œŸ"
_PROOF = re.compile(f"[{_LEADS}][{_FOLLOWERS}]")
_MOJIBAKE = re.compile(f"[{_LEADS}][{_FOLLOWERS}{_UNSURE}]")
_WEB = re.compile(r"\S*(?:://|www\.|@)\S*|<[^<>]{1,80}>|&#?\w{1,8};")
_LOST = re.compile(r"[A-Za-zĐđ]\?+[A-Za-z]|[A-Za-z]\?\?+")
_RUBBISH_MARKS = re.compile(r"[;&<>'+!\"$%^=@\[\]{}\\)(]")
_HINT = "hãy xin lại tệp gốc hoặc bản PDF xuất từ Word"


def undo_mojibake(text: str) -> str:
    """UTF-8 that was read as cp1252 or latin-1 turned back, line by line; any other text comes back as it is."""
    if not _PROOF.search(text) and len(_MOJIBAKE.findall(text)) < 2:
        return text
    return "\n".join(_undo_line(line) for line in text.split("\n"))


def _undo_line(line: str) -> str:
    for _ in range(3):
        if _VIETNAMESE_ONLY.search(line) or not _MOJIBAKE.search(line):
            break
        undone = _as_utf8(line)
        if undone is None or not _is_readable(undone):
            break
        line = undone
    return line


def _as_utf8(line: str) -> str | None:
    """The line's bytes read as UTF-8; a blank after Ã is the second half of an à whose hard blank was mended away."""
    for attempt in (line, re.sub("Ã ", "Ã\u00a0", line)):
        try:
            return b"".join(_byte(letter) for letter in attempt).decode("utf-8")
        except UnicodeError:
            continue
    return None


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _is_readable(text: str) -> bool:
    odd = [c for c in text if ord(c) > 0x7F and not unicodedata.name(c, "").startswith(("LATIN", "NO-BREAK"))]
    return all(unicodedata.category(c)[0] in "PSZ" for c in odd)


def damage(text: str) -> str | None:
    """A Vietnamese sentence saying why the text cannot be recovered, or None where it can be read."""
    plain = _WEB.sub(" ", text)
    words = plain.split()
    if "\ufffd" in plain:
        return f"Văn bản có ký tự đã mất (�), không khôi phục được; {_HINT}."
    if _lost_letters(words):
        return f"Các chữ có dấu đã bị thay bằng dấu “?”, không khôi phục được; {_HINT}."
    if "(cid:" in plain or _font_rubbish(words) or _strange_letters(plain):
        return f"Chữ được vẽ bằng phông không có bảng mã nên không đọc được; {_HINT}."
    if _looks_mojibake(plain):
        return f"Văn bản đã bị lưu sai bảng mã và không khôi phục được; {_HINT}."
    return None


def _lost_letters(words: list[str]) -> bool:
    hits = [word for word in words if _LOST.search(word)]
    return len(hits) >= 2 or any("??" in word.rstrip("?") for word in hits)


def _font_rubbish(words: list[str]) -> bool:
    """Words made of letters with brackets, ampersands and the like inside: a font that maps codes its own way."""
    long = [word for word in words if len(word) >= 4]
    bad = [word for word in long if len(_RUBBISH_MARKS.findall(word[1:-1])) >= max(2, len(word) // 4)]
    return bool(bad) and len(bad) >= 0.25 * len(long)


def _strange_letters(text: str) -> bool:
    letters = [c for c in text if c.isalpha() or unicodedata.category(c) == "Co"]
    strange = sum(
        1 for c in letters if not unicodedata.name(c, "").startswith(("LATIN", "FEMININE", "MASCULINE", "MICRO"))
    )
    return strange >= 3 and strange >= 0.15 * len(letters)


def _looks_mojibake(text: str) -> bool:
    return len(_MOJIBAKE.findall(text)) >= 2 and undo_mojibake(text) == text and not _VIETNAMESE_ONLY.search(text)
