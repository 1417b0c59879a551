"""The bodies of the district level, and the day on which that level ended."""

import json
import re
from datetime import date
from functools import cache
from importlib.resources import files

from caitien.vietnamese.fold import fold

# "thành phố" is left out: a city may be a province or a unit below it.
_DISTRICT = re.compile(
    r"\b(?:(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan) (?:huyen|quan|thi xa)|huyen uy|quan uy|thi uy"
    r"|p ?gd ?(?:&|va|-)? ?dt|phong (?:gd|giao duc) ?(?:&|va|-)? ?(?:dt|dao tao))\b"
)


def district_body_in(text: str) -> str | None:
    """The body of the district level that a text names, as written; None for any other text."""
    plain = fold(text)
    match = _DISTRICT.search(plain)
    if match is None or re.search(r"\bso (?:gd|giao duc)", plain):
        return None
    return text.split("(")[0].strip(" ;,.-")


@cache
def district_level_ended_on() -> date:
    """The day on which the district level ended; its source stands in `administration.json`."""
    data = json.loads((files("caitien.laws") / "administration.json").read_text("utf-8"))
    return date.fromisoformat(data["district_level_ended_on"])
