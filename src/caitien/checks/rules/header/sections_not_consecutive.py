"""H08: the numbers of the sections do not follow one another."""

from collections.abc import Iterator
from itertools import pairwise

from caitien.checks.check import Check, Subject
from caitien.checks.section_numbers import arabic, heading, sections
from caitien.findings import Finding


class SectionsNotConsecutive(Check):
    """Số của các phần nhảy cóc hoặc lặp lại (I, II, III rồi VI).

    Vì sao: thiếu số thì người đọc tưởng mất một phần; lỗi này thường có sẵn trong mẫu và được chép đi chép lại.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (các phần, mục được đánh số thứ tự liên tục).
    Không dùng khi: văn bản là trích đoạn của một kế hoạch dài hơn.
    """

    code = "H08"

    def run(self, subject: Subject) -> Iterator[Finding]:
        lines = subject.wording.lines
        for (before, above), (value, line) in pairwise(sections(lines)):
            # Headings with Arabic figures are only known where they open a part: a gap there proves nothing.
            if value in (before + 1, 1) or (value > before and arabic(line.number)):
                continue
            said = "lặp lại hoặc lùi số" if value <= before else "thiếu số ở giữa"
            yield self.found_in(
                line,
                f"Sau phần “{above.number}” là phần “{line.number}” ({heading(line)}): {said}.",
                "Đánh lại số các phần cho liên tục.",
                quote=heading(line),
            )
