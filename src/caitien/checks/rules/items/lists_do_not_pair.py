"""I17: several weaknesses in one row, and tasks, solutions or evidence of another number."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.work_words import lines_of
from caitien.findings import Finding
from caitien.plan import Item


class ListsDoNotPair(Check):
    """Một dòng gộp nhiều điểm yếu, mà số công việc hoặc giải pháp không bằng số điểm yếu nên không biết việc nào chữa
    điểm yếu nào.

    Vì sao: khi gộp như vậy rất dễ bỏ sót một điểm yếu, và không theo dõi riêng từng điểm được.
    Căn cứ: thông lệ; mỗi dòng nên là một điểm yếu.
    Không dùng khi: giải pháp chung cho mọi điểm yếu trong dòng và đã viết rõ như vậy.
    """

    code = "I17"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            weaknesses = len(lines_of(item.weakness))
            counts = _counts(item)
            if weaknesses >= 2 and any(count != weaknesses for _, count in counts):
                told = ", ".join(f"{count} {name}" for name, count in counts)
                message = f"{item_name(index, item)}: {weaknesses} điểm yếu trong một dòng, nhưng {told}."
                hint = "Tách mỗi điểm yếu thành một dòng, hoặc đánh số để điểm yếu và việc làm khớp nhau."
                quote = shortened(lines_of(item.weakness)[0])
                yield self.found_at(subject, index, "weakness", message, hint, quote=quote)


def _counts(item: Item) -> list[tuple[str, int]]:
    counts = [("công việc", len(lines_of(item.task))), ("giải pháp", len(lines_of(item.solution)))]
    return [(name, count) for name, count in counts if count]
