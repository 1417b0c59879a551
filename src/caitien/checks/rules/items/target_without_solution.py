"""I20: two targets in one cell, and the solution treats one of them."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.work_words import clauses_of
from caitien.findings import Finding
from caitien.plan import Item

# Syllables that say nothing of what a target is about.
_COMMON = frozenset(
    re.split(
        r"\W+",
        "nâng cao tăng cường đẩy mạnh phát huy cải thiện thực hiện tổ chức hoạt động công tác chất lượng "
        "hiệu quả học sinh giáo viên nhân viên cán bộ nhà trường lớp các những một số và của cho để "
        "trong với về theo được có là từ đến tốt hơn năm kỳ mỗi mọi đều ít nhất trở lên đạt đảm bảo bảo "
        "đảm tỷ lệ tỉ không phục vụ việc nhằm bằng tại đủ kế hoạch xây dựng thường xuyên tiếp tục đúng "
        "quy định kịp thời phù hợp hỗ trợ gia trên dưới quá còn",
    )
)
_LEAST = 3  # syllables of its own that a target must have before it can be missed


class TargetWithoutSolution(Check):
    """Một ô có hai kết quả cần đạt trở lên, nhưng giải pháp không nói gì đến một kết quả.

    Vì sao: kết quả không có việc làm đi kèm thì sẽ không đạt.
    Căn cứ: thông lệ; mỗi kết quả cần có giải pháp.
    Không dùng khi: giải pháp phục vụ cả hai kết quả nhưng dùng từ khác.
    """

    code = "I20"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            if missed := _missed(item):
                words = shortened(missed, 90)
                message = f"{item_name(index, item)}: kết quả “{words}” không có giải pháp nào trong cùng dòng."
                hint = "Thêm việc làm cho kết quả này, hoặc tách thành dòng riêng."
                yield self.found_at(subject, index, "target_result", message, hint, quote=words)


def _missed(item: Item) -> str | None:
    """The one target that shares no word of its own with a solution of fewer measures than targets."""
    targets = clauses_of(item.target_result)
    if len(targets) < 2 or len(clauses_of(item.solution)) + len(clauses_of(item.task)) >= len(targets):
        return None
    solution = _own_words(f"{item.solution or ''} {item.task or ''}")
    if not solution:
        return None
    missed = [target for target in targets if not _own_words(target) & solution]
    sure = [target for target in missed if len(_own_words(target)) >= _LEAST]
    return sure[0] if len(sure) == 1 and len(missed) < len(targets) else None


def _own_words(text: str) -> set[str]:
    return {word for word in re.split(r"\W+", text.casefold()) if len(word) > 1 and word.isalpha()} - _COMMON
