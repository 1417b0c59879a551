"""The school's own name: its spellings in a document, and the letters that its document numbers take from it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from caitien.checks.remembered import remembered
from caitien.vietnamese.document_numbers import find_document_numbers
from caitien.vietnamese.fold import fold
from caitien.vietnamese.syllables import strip_tones

_KIND = (
    r"(?:(?:trường|trung tâm)\s+)?(?:(?:phổ thông dân tộc|PTDT)\s+)?(?:bán trú\s+|nội trú\s+)?(?:tiểu học|mầm non"
    r"|mẫu giáo|trung học cơ sở|trung học phổ thông|THCS|THPT|TH|MN)"
    r"(?:\s*(?:và|&|,|-)\s*(?:trung học cơ sở|trung học phổ thông|THCS|THPT))*"
)
_KINDS = re.compile(rf"(?<!\w){_KIND}\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[./]\d+)*")
_ISSUED = re.compile(r"/(?:[A-ZĐ]{1,6})-(.+)$")
_fold = lru_cache(maxsize=4096)(fold)


def proper_name(name: str) -> str:
    """The name behind the kind of school: "Thới Hòa" of "Trường Tiểu học Thới Hòa"; "" where there is none."""
    match = _KINDS.match(name)
    return name[match.end() :].strip() if match else ""


def spellings(name: str, texts: Iterable[str]) -> dict[str, str]:
    """The spellings of a proper name behind a kind of school: each with the text where it stands first.

    Keys are in small letters, tones placed alike ("hoà" is no other spelling than "hòa").
    """
    wanted = [_fold(word) for word in _WORD.findall(name)]
    found: dict[str, tuple[str, str]] = {}
    for text in texts if wanted else ():
        for named in _named_in(text):
            words = named[: len(wanted)]
            if [_fold(word) for word in words] == wanted:
                key = " ".join("".join(strip_tones(word)) for word in words)
                found.setdefault(key, (" ".join(words), text))
    return dict(found.values())


@remembered
def _named_in(text: str) -> tuple[list[str], ...]:
    """The words behind each kind of school in a text."""
    return tuple(_WORD.findall(text[match.end() : match.end() + 80]) for match in _KINDS.finditer(text))


@remembered
def initials(name: str) -> str:
    """The first letters of a name's capitalised words and its figures, folded: "SNB" of "Suối Ngọc B"."""
    name = re.sub(r"(?<!\w)[Ss]ố (?=\d)", "", name)
    words = [word for word in _WORD.findall(name) if word[0].isupper() or word[0].isdigit()]
    return "".join(fold(word[0]).upper() if word[0].isalpha() else word for word in words)


@remembered
def capitals(abbreviation: str) -> str:
    """The capitals and figures of an abbreviation, folded: "THPDB" of "THPĐB"."""
    return "".join(fold(letter).upper() for letter in abbreviation if letter.isupper() or letter.isdigit())


@remembered
def _numbers_in(text: str) -> tuple[str, ...]:
    return tuple(find_document_numbers(text))


def own_abbreviations(name: str, texts: Iterable[str]) -> dict[str, str]:
    """The abbreviations of the school in the numbers of its own documents, each with the first such number."""
    wanted = initials(name)
    found: dict[str, str] = {}
    for text in texts:
        for number in _numbers_in(text) if "/" in text else ():
            issued = _ISSUED.search(number)
            if len(wanted) > 1 and issued and capitals(issued[1]).endswith(wanted):
                found.setdefault(issued[1], number)
    return found
