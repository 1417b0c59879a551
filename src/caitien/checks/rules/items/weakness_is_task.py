"""I06: a weakness that is worded as something to do."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.work_words import is_task, lines_of
from caitien.findings import Finding, Place


class WeaknessIsTask(Check):
    """Cột điểm yếu ghi một việc cần làm (“Động viên…”, “Tăng cường…”) mà không nói điều gì còn yếu.

    Vì sao: không biết đang yếu ở đâu thì không biết việc làm có chữa được hay không.
    Căn cứ: tên cột “Điểm yếu”; cột “Điểm hạn chế” ở Biểu 2 Phụ lục V Thông tư 57/2026/TT-BGDĐT.
    Không dùng khi: cột ấy của trường ghi khuyến nghị của đoàn đánh giá ngoài.
    """

    code = "I06"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if any("khuyến nghị" in column.casefold() for column in subject.wording.columns):
            return
        hint = "Viết điều còn yếu, có số liệu nếu được; chuyển việc cần làm sang cột công việc, giải pháp."
        for index, item in subject.items:
            if task := _task_in(item.weakness):
                message = f"{item_name(index, item)}: điểm yếu “{task}” là một việc cần làm, không phải điểm yếu."
                yield self.found_at(subject, index, "weakness", message, hint, quote=task)
        for number, problem in enumerate(subject.plan.problems, 1):
            if task := _task_in(problem.limitation):
                message = f"Vấn đề {number}: điểm hạn chế “{task}” là một việc cần làm, không phải hạn chế."
                place = Place("targets", criterion=problem.criterion, field="limitation", quote=task)
                yield self.found(message, hint, place)


def _task_in(text: str | None) -> str | None:
    """The words of a weakness whose every line is a task."""
    lines = lines_of(text)
    return shortened(lines[0], 90) if lines and all(is_task(line) for line in lines) else None
