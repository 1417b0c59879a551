"""S13: a criterion stands in several rows that do not tell what each is for."""

from collections import defaultdict
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.findings import Finding
from caitien.plan import Item
from caitien.vietnamese.fold import fold


class CriterionRowsWithoutOwnWeakness(Check):
    """Một tiêu chí có nhiều dòng nhưng các dòng không nêu điểm yếu (hoặc kết quả cần đạt) riêng của mình.

    Vì sao: một tiêu chí có nhiều việc là bình thường, nhưng mỗi dòng phải cho biết khắc phục điều gì; nếu không thì gộp
    lại.
    Căn cứ: thông lệ; mẫu bảng mỗi dòng có hiện trạng hoặc kết quả cần đạt.
    Không dùng khi: các dòng là những bước nối tiếp của một việc, có thời gian khác nhau.
    """

    code = "S13"

    def run(self, subject: Subject) -> Iterator[Finding]:
        rows: dict[str, list[tuple[int, Item]]] = defaultdict(list)
        for index, item in subject.items:
            if item.criterion:
                rows[item.criterion].append((index, item))
        told = any(_own(item) for _, item in subject.items)  # where no row says it, that is the table's fault
        for code, group in rows.items() if told else ():
            own = [_own(item) for _, item in group]
            if len(group) > 1 and len({text for text in own if text}) < len(own):
                index, item = next((pair for i, pair in enumerate(group) if not own[i] or own[i] in own[:i]), group[-1])
                numbers = ", ".join(str(at + 1) for at, _ in group)
                yield self.found_at(
                    subject,
                    index,
                    "criterion",
                    f"{item_name(index, item)}: tiêu chí {code} có {len(group)} dòng (mục {numbers}) nhưng dòng này "
                    "không nêu điểm yếu hoặc kết quả cần đạt riêng.",
                    "Ghi điểm yếu riêng cho từng dòng, hoặc gộp các dòng.",
                    quote=code,
                )


def _own(item: Item) -> str:
    """What a row says it is for."""
    return fold(item.weakness or item.improvement or item.target_result or "")
