"""I11: the table says where to go, and not where the school stands."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.remembered import remembered
from caitien.checks.table_gaps import is_whole_table
from caitien.findings import Finding, Place
from caitien.plan import Item

_PRESENT = re.compile(
    r"(?<!\w)(?:hiện (?:có|nay|tại|đạt|mới|còn)|từ (?:mức )?\d[\d,.]*\s*(?:%|\w+)?\s+(?:lên|xuống|đến|thành)"
    r"|so với (?:hiện|năm)|đang (?:ở|có|đạt)|chưa (?:đạt|đảm bảo|bảo đảm|có))",
    re.IGNORECASE,
)
_present_in = remembered(_PRESENT.search)


class WeaknessNotStated(Check):
    """Bảng không có cột điểm yếu, cột kết quả cũng không nói hiện trạng, nên không biết cải tiến từ đâu.

    Vì sao: kế hoạch cải tiến là để khắc phục điểm yếu; không nêu điểm yếu thì không so được “trước” với “sau”.
    Căn cứ: tên cột “Kết quả cần đạt (so với hiện trạng)” của mẫu kế hoạch; phần IV Biểu 2 Phụ lục V Thông tư
    57/2026/TT-BGDĐT nêu hiện trạng và hạn chế.
    Không dùng khi: điểm yếu của từng tiêu chí đã nêu ở phần khác của kế hoạch.
    """

    code = "I11"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if subject.plan.problems:
            return
        missing = [index for index, item in subject.items if not _states(item)]
        hint = "Ghi điểm yếu hoặc hiện trạng bằng số liệu bên cạnh kết quả cần đạt, lấy từ báo cáo tự đánh giá."
        if missing and is_whole_table(missing, subject):
            total = len(subject.plan.items)
            some = "" if len(missing) == total else f" ở {len(missing)} trên {total} mục"
            heading = next((column for column in subject.wording.columns if "hiện trạng" in column.casefold()), None)
            compares = heading or str(subject.plan.form).startswith("cv5932")
            lacking = "“so với hiện trạng” chưa có gì để so" if compares else "không rõ mỗi việc khắc phục điều gì"
            message = f"Bảng kế hoạch không nêu điểm yếu hay hiện trạng{some}, nên {lacking}."
            yield self.found(message, hint, Place("items", quote=heading))
            return
        if any(item.weakness for item in subject.plan.items):
            for index in missing:
                message = f"{item_name(index, subject.plan.items[index])}: chưa nêu điểm yếu cần khắc phục."
                yield self.found_at(subject, index, "weakness", message, hint)


def _states(item: Item) -> bool:
    return bool(item.weakness or _present_in(f"{item.target_result or ''} {item.improvement or ''}"))
