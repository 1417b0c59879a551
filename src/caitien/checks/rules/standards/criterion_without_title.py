"""S06: criteria are given by their code only."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.findings import Finding, Place
from caitien.plan import Item

_FEW = 2
_CODE = re.compile(r"(?:Tiêu chí\s+)?\d\.\d{1,2}", re.IGNORECASE)


class CriterionWithoutTitle(Check):
    """Tiêu chí chỉ ghi mã, không ghi tên.

    Vì sao: người đọc (cha mẹ học sinh, hội đồng trường) không nhớ mã; cùng một mã ở mỗi thông tư là một tiêu chí khác.
    Căn cứ: mẫu bảng có cột “Tiêu chuẩn, tiêu chí”; thông lệ ghi mã kèm tên.
    Không dùng khi: cột của mẫu chỉ đủ chỗ cho mã và tên các tiêu chí đã ghi đủ ở phần trên của kế hoạch.
    """

    code = "S06"

    def run(self, subject: Subject) -> Iterator[Finding]:
        bare = [(index, item) for index, item in subject.items if item.criterion and not item.criterion_title]
        codes = list(dict.fromkeys(item.criterion for _, item in bare))
        # A form whose rows have no criterion of their own has none to name.
        if not bare or (subject.plan.problems and not any(subject.wording.criteria)):
            return
        if len(codes) <= _FEW:
            for index, item in bare:
                yield self.found_at(
                    subject,
                    index,
                    "criterion",
                    f"{item_name(index, item)} chỉ ghi mã, không ghi tên tiêu chí.",
                    _hint(subject, item),
                )
        else:
            cells = (_CODE.match(cell) for cell in subject.wording.criteria)
            quote = next((match[0] for match in cells if match), codes[0])
            yield self.found(
                f"Bảng kế hoạch chỉ ghi mã tiêu chí ({', '.join(map(str, codes))}), không ghi tên.",
                "Ghi tên tiêu chí sau mã, theo thông tư.",
                Place("items", field="criterion", quote=quote),
            )


def _hint(subject: Subject, item: Item) -> str:
    criterion = subject.framework.criterion(item.criterion or "") if subject.framework else None
    return (
        f"Ghi: “Tiêu chí {criterion.code}: {criterion.title}”."
        if criterion
        else "Ghi tên tiêu chí sau mã, theo thông tư."
    )
