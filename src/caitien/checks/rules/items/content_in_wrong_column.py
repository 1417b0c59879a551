"""I14: a cell holds what belongs to another column."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.school_parties import is_whole_sentence
from caitien.findings import Finding
from caitien.vietnamese.money import is_money_expression
from caitien.vietnamese.parties import is_party_expression, starts_with_role
from caitien.vietnamese.periods import is_time_expression

_HINT = "Chuyển nội dung về đúng cột và điền lại ô này."
_COLUMNS = {"budget_text": "kinh phí", "time_text": "thời gian", "owner_text": "người chủ trì"}


class ContentInWrongColumn(Check):
    """Nội dung đứng lệch cột: tên người ở cột kinh phí, số tiền ở cột thời gian, cả một giải pháp ở cột người chủ trì.

    Vì sao: bảng đọc sai việc, sai người, sai tiền; tổng kinh phí và phân công theo bảng đều sai.
    Căn cứ: tên các cột của mẫu kế hoạch.
    Không dùng khi: cột của trường ghép hai nội dung và tiêu đề cột có nói rõ.
    """

    code = "I14"
    may_be_misread = True

    def run(self, subject: Subject) -> Iterator[Finding]:
        budgets = subject.wording.budgets
        for index, item in subject.items:
            written: dict[str, str | None] = {"owner_text": item.owner_text}
            if item.budget_vnd is None:
                written["budget_text"] = item.budget_text
            if not (item.start or item.end or item.recurrence not in (None, "none")):
                written["time_text"] = item.time_text
            if not item.budget_text and index < len(budgets):
                written["budget_text"] = budgets[index]  # what the reader took for another column
            for name, text in written.items():
                if text and (what := _stranger(name, text)):
                    words = shortened(text, 80)
                    message = f"{item_name(index, item)}: cột {_COLUMNS[name]} ghi {what}: “{words}”."
                    yield self.found_at(subject, index, name, message, _HINT, quote=words)


def _stranger(name: str, text: str) -> str | None:
    """What a cell holds that its column does not ask for."""
    if name == "owner_text":
        return "cả một giải pháp" if is_whole_sentence(text) else None
    if name != "budget_text" and is_money_expression(text) and not is_time_expression(text):
        return "một khoản tiền"
    if name != "time_text" and is_time_expression(text) and not is_money_expression(text):
        return "thời gian"
    if not is_money_expression(text) and not is_time_expression(text) and _names_party(text):
        return "tên người hoặc bộ phận"
    return None


def _names_party(text: str) -> bool:
    return len(text.split()) >= 2 and starts_with_role(text) and is_party_expression(text)
