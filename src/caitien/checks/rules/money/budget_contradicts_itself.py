"""B03: the money cells of an item contradict each other or themselves."""

import re
from collections.abc import Iterator

from caitien.checks.budget_cells import amount_of, in_dong, money_in, says_none
from caitien.checks.check import Check, Subject, item_name
from caitien.findings import Finding
from caitien.plan import Item

_NONE_AND_MORE = re.compile(
    r"\s*(?:không|không có|không cần)\s*(?:[.,;:/–-]\s*|\n\s*|\s)(?P<more>(?!quá|thường|tự chủ|dưới|trên|hơn"
    r"|kể|đáng|cố|sử|cần|có|phát|tốn|hoàn|bao|thêm|gồm|tính|lấy|thu)\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SOMETHING = re.compile(r"\d|chi (?:khác|thường)|nguồn|ngân sách|quỹ|xã hội h|học phí|tài trợ|đóng góp|kinh phí", re.I)
_NO = re.compile(r"\s*(?:không|không có)\s*\.?\s*", re.IGNORECASE)
_PRODUCT = re.compile(
    r"(?P<a>\d[\d.]*)\s*(?:[^\W\d_]+\s*){0,3}[x×*]\s*(?P<b>\d[\d.]*)\s*(?:đồng|đ|vnđ)?(?:/[^\W\d_]+)?\s*=\s*(?P<c>\d[\d.]*)",
    re.IGNORECASE,
)


class BudgetContradictsItself(Check):
    """Ô kinh phí tự mâu thuẫn: vừa “Không” vừa có khoản chi, phép nhân sai, khoảng tiền ngược; hoặc số tiền và nguồn
    nói ngược nhau (có tiền mà nguồn ghi “Không”, không có tiền mà nguồn có tên).

    Vì sao: không biết phải bố trí tiền hay không, và bố trí bao nhiêu.
    Căn cứ: thông lệ lập dự toán; các ô của một dòng phải thống nhất.
    Không dùng khi: ô ghi hai trường hợp có điều kiện; khi đó viết rõ điều kiện.
    """

    code = "B03"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            fault = _fault(item)
            if fault:
                yield self.found_at(
                    subject,
                    index,
                    "budget_text",
                    f"{item_name(index, item)}: {fault}.",
                    "Ghi một nội dung thống nhất: “Không”, hoặc số tiền kèm nguồn.",
                )


def _fault(item: Item) -> str | None:
    text = " ".join((item.budget_text or "").split())
    more = _NONE_AND_MORE.fullmatch(item.budget_text or "") if text[:1] in "Kk" else None
    if more and _SOMETHING.search(more["more"]):
        return f"ô kinh phí ghi “{text}”, vừa “Không” vừa có khoản chi"
    product = _PRODUCT.search(text) if "=" in text else None
    if product and _number(product["a"]) * _number(product["b"]) != _number(product["c"]):
        return f"phép tính “{product[0]}” không đúng"
    money = money_in(item.budget_text)
    if money.low is not None and money.high is not None and money.low > money.high:
        return f"khoảng tiền “{text}” ghi ngược"
    source = item.funding_source or ""
    if amount_of(item) and _NO.fullmatch(source):
        return f"kinh phí {in_dong(amount_of(item) or 0)} nhưng nguồn kinh phí ghi “{source.strip()}”"
    if says_none(item, "budget_text") and source and not _NO.fullmatch(source) and source != item.budget_text:
        return f"kinh phí ghi “{text}” nhưng nguồn kinh phí ghi “{' '.join(source.split())}”"
    return None


def _number(text: str) -> int:
    return int(text.replace(".", "") or 0)
