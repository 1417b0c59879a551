"""Laws named in running text by a name that no law bears."""

import json
import re
from functools import cache
from importlib.resources import files

from caitien.vietnamese.fold import fold

# A law is named with a capital: "luật giao thông" in running text is no citation.
_NAMED = re.compile(r"\bLuật\s+(?=(?P<rest>[^\n;.:()“”\"]{4,80}))")


@cache
def _wrong() -> dict[str, str]:
    data = json.loads((files("caitien.checks") / "law_names.json").read_text("utf-8"))
    return {_plain(name): right for name, right in data["wrong"].items()}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_wrong(), key=len, reverse=True)
    return re.compile(rf"(?P<name>{'|'.join(map(re.escape, longest_first))})\b(?! duong bo)")


def misnamed_laws(text: str) -> list[tuple[str, str]]:
    """Each name of a law that no law bears, as written, with the right name: [("Luật An toàn giao thông", …)]."""
    found: list[tuple[str, str]] = []
    for match in _NAMED.finditer(text):
        wrong = _pattern().match(_plain(match["rest"]))
        if wrong:
            written = " ".join(match["rest"].split()[: len(wrong["name"].split())])
            found.append((f"Luật {written}".rstrip(","), _wrong()[wrong["name"]]))
    return found
