"""I05: a target that says what will be done instead of what will be reached."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.measures import has_measure
from caitien.checks.work_words import is_activity, is_vague, lines_of
from caitien.findings import Finding
from caitien.plan import Item
from caitien.vietnamese.fold import fold

_SHARE = 0.6  # of a solution's line that is the target over again


class TargetIsActivity(Check):
    """Kết quả cần đạt viết một việc làm (“Tiếp tục…”, “Tổ chức…”, “Thực hiện…”), hoặc chép lại chính giải pháp.

    Vì sao: làm xong việc chưa phải là đạt kết quả; kết quả là điều thay đổi so với hiện trạng.
    Căn cứ: tên cột “Kết quả cần đạt (so với hiện trạng)” của mẫu kế hoạch.
    Không dùng khi: việc làm đã kèm số lượng phải hoàn thành.
    """

    code = "I05"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            found = _activity(item)
            if found:
                words, why = shortened(found[0], 90), found[1]
                message = f"{item_name(index, item)}: kết quả cần đạt “{words}” {why}."
                hint = "Viết điều sẽ đạt được khi việc ấy xong, kèm con số hoặc mức."
                yield self.found_at(subject, index, "target_result", message, hint, quote=words)


def _activity(item: Item) -> tuple[str, str] | None:
    for line in lines_of(item.target_result):
        doing = is_activity(line)
        if not (doing or is_vague(line)) or has_measure(line):
            continue
        if doing:
            return line, "là một việc làm, chưa phải kết quả"
        if _is_repeated(fold(line).strip(" .;"), [fold(line) for line in lines_of(item.solution)]):
            return line, "chép lại giải pháp, chưa nói kết quả"
    return None


def _is_repeated(target: str, solution: list[str]) -> bool:
    words = target.split()[2:]  # what follows the verb
    rest = " ".join(words)
    return len(words) >= 6 and any(rest in line and len(words) >= _SHARE * len(line.split()) for line in solution)
