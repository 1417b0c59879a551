"""I12: an item without a task, or without a solution."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.table_gaps import is_whole_table, numbered
from caitien.findings import Finding, Place

_NAMES = {"task": "công việc cần thực hiện", "solution": "giải pháp, biện pháp"}


class TaskMissing(Check):
    """Ô công việc hoặc ô giải pháp để trống ở một dòng có điểm yếu hoặc kết quả cần đạt.

    Vì sao: nêu điểm yếu mà không có việc làm thì điểm yếu không được khắc phục.
    Căn cứ: các cột “Công việc”, “Giải pháp” của mẫu kế hoạch.
    Không dùng khi: công việc và giải pháp được viết chung trong một ô.
    """

    code = "I12"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for name in ("task", "solution"):
            used = name == "solution" or any(item.task for item in subject.plan.items)
            missing = [index for index, item in subject.items if used and not getattr(item, name)]
            hint = f"Ghi {_NAMES[name]}, cụ thể đến mức giao được cho người chủ trì."
            if len(missing) > 1 and is_whole_table(missing, subject):
                message = f"Bảng kế hoạch để trống {_NAMES[name]}: {numbered(missing)}."
                yield self.found(message, hint, Place("items", field=name))
                continue
            for index in missing:
                message = f"{item_name(index, subject.plan.items[index])}: để trống {_NAMES[name]}."
                yield self.found_at(subject, index, name, message, hint)
