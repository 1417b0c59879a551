"""I04: a target that names a direction and nothing to measure by."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.measures import has_measure
from caitien.checks.work_words import is_vague, lines_of
from caitien.findings import Finding


class TargetWithoutMeasure(Check):
    """Kết quả cần đạt chỉ nói “nâng cao”, “tăng cường”, “đẩy mạnh”…, không có con số, tỷ lệ, mức hay mốc nào.

    Vì sao: cuối năm không thể nói đã đạt hay chưa đạt.
    Căn cứ: cột “Kết quả cần đạt (so với hiện trạng)” của mẫu kế hoạch; cột “Chỉ số đánh giá kết quả” ở Biểu 2
    Phụ lục V Thông tư 57/2026/TT-BGDĐT.
    Không dùng khi: chỉ số đo được đã ghi ở cột khác của cùng dòng.
    """

    code = "I04"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            if not item.target_result or item.indicators:
                continue
            vague = next((line for line in lines_of(item.target_result) if is_vague(line)), None)
            if vague and not has_measure(item.target_result):
                words = shortened(vague, 90)
                message = f"{item_name(index, item)}: kết quả cần đạt “{words}” không có gì để đo."
                hint = "Ghi số hoặc tỷ lệ hiện có và số cần đạt, ví dụ “từ 82% lên 90%”, “đủ 3 kỳ họp”."
                yield self.found_at(subject, index, "target_result", message, hint, quote=words)
