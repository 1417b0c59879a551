"""One key for all the ways in which a document's number is typed."""

import re
from functools import lru_cache

from caitien.vietnamese.fold import fold

_NUMBER = re.compile(
    r"(?P<number>\d+)\s*/\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?"
    # Parts of the symbol: joined by dashes or &, by a blank only before a body's own letters ("TT BGDĐT ngày …").
    r"(?P<symbol>[a-z]+\d*(?:(?:\s*[-‐-―−&]\s*|\s+(?=(?:bgd|btc|bnv|qlcl|gdpt|gdmn|gdtrh|cp)))[a-z]+)*)"
)
_LOOK_ALIKES = str.maketrans({"ð": "đ", "ɖ": "đ", "\u00ad": None})  # eth and African d stand for đ in old files


def folded(text: str) -> str:
    """The text for comparing (`fold`), with the look-alikes of đ as d too."""
    return fold(text.casefold().translate(_LOOK_ALIKES))


@lru_cache(maxsize=4096)
def number_key(text: str) -> str | None:
    """The key of the first document number in `text`: “Thông tư số 18/2018/TT - BGD&ĐT” → "18/2018/ttbgddt".

    Case, blanks, kinds of dash, Đ written as Ð or D, and leading zeros do not matter. None where there is no number.
    """
    found = _NUMBER.search(folded(text))
    if not found:
        return None
    symbol = re.sub(r"[^a-z0-9]", "", found["symbol"])
    year = f"{found['year']}/" if found["year"] else ""
    return f"{int(found['number'])}/{year}{symbol}"
