"""What an item's money cells say, whichever columns the form has for money."""

import re
from functools import lru_cache
from typing import Literal

from caitien.checks.check import Subject
from caitien.checks.table_columns import shown_fields
from caitien.plan import Item
from caitien.vietnamese.money import Money, funding_source_in, read_money

_NO_SOURCE = re.compile(r"\s*(?:không|ko|không có|không cần|0|-|–|/)?\s*\.?\s*", re.IGNORECASE)
# "Nguồn …" that is no money.
_NOT_MONEY = re.compile(
    r"nguồn\s+(?:nhân lực|nhân sự|lực(?! tài)|tài liệu|tư liệu|học liệu|dữ liệu|thông tin|điện|nước|gốc|minh chứng|sách"
    r"|tuyển|giáo viên|cung cấp|internet)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def money_in(text: str | None) -> Money:
    """A money cell as read by `caitien.vietnamese.money`; "–" and blanks are empty."""
    return read_money(text)


def budget_field(subject: Subject) -> Literal["budget_text", "resources"] | None:
    """The field that stands for the amount in this table; None where the form asks for no money."""
    shown = shown_fields(subject)
    if "budget_text" in shown:
        return "budget_text"
    return "resources" if "resources" in shown else None


def is_empty(item: Item, field: str) -> bool:
    """Whether nothing is written in the money cell."""
    return money_in(getattr(item, field)).state == "empty" and not (field == "budget_text" and item.budget_vnd)


def says_none(item: Item, field: str) -> bool:
    """Whether the cell says that no money is needed."""
    return money_in(getattr(item, field)).state == "none"


def amount_of(item: Item) -> int | None:
    """The amount in đồng, the upper end of a range; None where no definite sum is given."""
    if item.budget_vnd is not None:
        return item.budget_vnd
    return money_in(item.budget_text).high


def source_of(item: Item) -> str | None:
    """The source of money named anywhere in the row, as written."""
    if item.funding_source and not _NO_SOURCE.fullmatch(item.funding_source):
        return item.funding_source
    for text in (item.budget_text, item.note, item.support_conditions, item.resources):
        source = source_in(text)
        if source:
            return source
    return None


@lru_cache(maxsize=4096)
def source_in(text: str | None) -> str | None:
    """The words of a cell that name a source of money; "nguồn nhân lực" and the like are none."""
    return funding_source_in(_NOT_MONEY.sub(" ", text)) if text else None


def in_dong(amount: int) -> str:
    """An amount as plans write it: "3.000.000 đồng"."""
    return f"{amount:,}".replace(",", ".") + " đồng"
