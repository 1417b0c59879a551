"""H14: the points inside a section bear the same kind of number as the sections."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.section_numbers import arabic, heading, sections
from caitien.findings import Finding
from caitien.plan.wording import WrittenLine


class NumberAtTwoLevels(Check):
    """Đề mục bên trong một phần đánh số cùng kiểu với các phần của văn bản (1., 2. trong phần 4.).

    Vì sao: người đọc không phân biệt được đâu là phần, đâu là điểm của phần; dẫn chiếu “mục 2” thành hai nghĩa.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (phần, mục, khoản, điểm dùng kiểu số khác nhau).
    Không dùng khi: văn bản chỉ có một cấp đề mục.
    """

    code = "H14"

    def run(self, subject: Subject) -> Iterator[Finding]:
        lines = subject.wording.lines
        tops = [line for value, line in sections(lines) if arabic(line.number)]
        if len(tops) < 2:
            return
        mixed = [top for top in tops if [arabic(line.number) for line in _below(top, lines)[:2]] == [1, 2]]
        if mixed:
            shown = ", ".join(f"“{heading(top)}”" for top in mixed)
            yield self.found_in(
                mixed[0],
                f"Trong phần {shown} lại đánh số 1., 2. như số của các phần.",
                "Đánh số La Mã cho các phần, hoặc 4.1, 4.2 cho các điểm bên trong.",
                quote=heading(mixed[0]),
            )


def _below(top: WrittenLine, lines: tuple[WrittenLine, ...]) -> list[WrittenLine]:
    """The lines with Arabic figures between a heading and the next one."""
    found = []
    for line in lines[lines.index(top) + 1 :]:
        if line.opens:
            break
        if arabic(line.number):
            found.append(line)
    return found
