"""B06: the source of money stands in the note or among the conditions."""

from collections.abc import Iterator

from caitien.checks.budget_cells import source_in
from caitien.checks.check import Check, Subject, item_name
from caitien.checks.table_columns import heading_of, shown_fields, spreads
from caitien.findings import Finding, Place

_HINT = "Chuyển nguồn kinh phí về cột kinh phí (hoặc cột nguồn kinh phí), để ghi chú cho nội dung khác."
_TITLES = {"note": "Ghi chú", "support_conditions": "Điều kiện hỗ trợ khác"}


class SourceInOtherColumn(Check):
    """Nguồn kinh phí được ghi ở cột ghi chú hoặc cột điều kiện hỗ trợ.

    Vì sao: khi cộng kinh phí theo nguồn, những chỗ này dễ bị bỏ sót.
    Căn cứ: thông lệ; mẫu kế hoạch có cột kinh phí riêng.
    Không dùng khi: bảng của nhà trường không có cột kinh phí; trường hợp đó đã được bỏ qua.
    """

    code = "B06"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if not {"budget_text", "funding_source"} & shown_fields(subject):
            return
        for field, title in _TITLES.items():
            rows = [(i, item, words) for i, item in subject.items if (words := source_in(getattr(item, field)))]
            heading = heading_of(subject, field) or title
            if spreads(rows, subject.plan.items):
                message = f"{len(rows)} trên {len(subject.plan.items)} việc ghi nguồn kinh phí ở cột “{heading}”."
                yield self.found(message, _HINT, Place("items", field=field, quote=rows[0][2]))
                continue
            for index, item, words in rows:
                message = f"{item_name(index, item)}: nguồn kinh phí “{words}” ghi ở cột “{heading}”."
                yield self.found_at(subject, index, field, message, _HINT, quote=words)
