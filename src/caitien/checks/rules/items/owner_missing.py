"""I01: nobody is named as owner, or the owner's cell holds something that is no party."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.remembered import remembered
from caitien.checks.school_parties import is_whole_sentence
from caitien.checks.table_gaps import is_whole_table, numbered
from caitien.findings import Finding, Place
from caitien.plan import Item
from caitien.vietnamese.money import is_money_expression
from caitien.vietnamese.parties import is_party_expression, starts_with_role, starts_with_verb
from caitien.vietnamese.periods import is_time_expression

_BY_PLAN = re.compile(r"theo (?:phân công|kế hoạch|quy định|nhiệm vụ)|như trên|nt$|không$|[\d\W]*$", re.IGNORECASE)

_DIGIT = re.compile(r"\d")


class OwnerMissing(Check):
    """Ô người chủ trì để trống, hoặc ghi một việc, một khoản tiền, một thời hạn thay cho tên người hay bộ phận.

    Vì sao: việc không có người chịu trách nhiệm thì không ai làm, và không biết hỏi ai khi kiểm tra.
    Căn cứ: cột “Chủ trì và phối hợp thực hiện” của mẫu kế hoạch; cột “Phụ trách” ở Biểu 2 Phụ lục V Thông tư
    57/2026/TT-BGDĐT.
    Không dùng khi: người chủ trì được ghi chung cho cả bảng ở phần khác của kế hoạch.
    """

    code = "I01"
    may_be_misread = True

    def run(self, subject: Subject) -> Iterator[Finding]:
        empty = [index for index, item in subject.items if not item.owner_text and not item.owners]
        hint = "Ghi rõ một người hoặc bộ phận chủ trì, rồi đến những bên phối hợp."
        if len(empty) > 1 and is_whole_table(empty, subject):
            yield self.found(f"Bảng kế hoạch không ghi người chủ trì ({numbered(empty)}).", hint, Place("items"))
        for index, item in subject.items:
            if index in empty and not (len(empty) > 1 and is_whole_table(empty, subject)):
                message = f"{item_name(index, item)}: chưa ghi ai chủ trì."
                yield self.found_at(subject, index, "owner_text", message, hint)
            elif item.owner_text and (what := _what_else(item)):
                words = shortened(item.owner_text, 70)
                message = f"{item_name(index, item)}: ô người chủ trì ghi {what} (“{words}”), không phải tên người."
                yield self.found_at(subject, index, "owner_text", message, hint)


_starts_with_role = remembered(starts_with_role)


def _what_else(item: Item) -> str | None:
    """What the owner's cell holds instead of a party; None where it names one or cannot be told."""
    text = item.owner_text or ""
    if _BY_PLAN.match(text.strip()):
        return "không rõ ai"
    if is_whole_sentence(text):
        return "cả một việc"
    if (item.owners and not _DIGIT.search(text)) or _starts_with_role(text):
        return None
    if is_money_expression(text):
        return "một khoản tiền"
    if is_time_expression(text):
        return "thời gian"
    return "cả một việc" if starts_with_verb(text) and not is_party_expression(text) else None
