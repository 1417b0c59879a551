"""S11: what an item is about belongs to another criterion."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.matters import MATTERS, Matter, matters_of, phrases_in
from caitien.checks.passages import items_stopped_by
from caitien.findings import Finding
from caitien.plan import Item
from caitien.vietnamese.fold import fold

_FIELDS = ("weakness", "target_result", "improvement", "task", "solution")


class ItemFitsOtherCriterion(Check):
    """Nội dung của một việc nói về vấn đề mà tên của tiêu chí khác nêu đích danh.

    Vì sao: việc đặt nhầm tiêu chí thì điểm yếu của tiêu chí đúng không được khắc phục, minh chứng cũng xếp sai chỗ.
    Căn cứ: tên và nội hàm các tiêu chí trong thông tư mà kế hoạch dựa vào; danh sách cụm từ do phần mềm lập (thông lệ).
    Không dùng khi: việc liên quan nhiều tiêu chí và nhà trường đã chọn một; đây chỉ là gợi ý xem lại.
    """

    code = "S11"

    def run(self, subject: Subject) -> Iterator[Finding]:
        framework = subject.framework
        if framework is None:
            return
        for index, item in items_stopped_by(MATTERS, subject, _FIELDS):
            own = framework.criterion(item.criterion or "")
            if own is None:
                continue
            said = phrases_in(item.weakness, item.target_result, item.improvement)
            mentioned = phrases_in(item.task, item.solution)
            for matter, criterion in matters_of(framework):
                if matter.is_told(said, mentioned) and not matter.may_stand_at(own):
                    field = _field(item, matter) or "solution"
                    quote = _as_written(getattr(item, field) or "", matter.phrase)
                    yield self.found_at(
                        subject,
                        index,
                        field,
                        f"{item_name(index, item)}: “{quote}” thuộc tiêu chí {criterion.code} ({criterion.title}).",
                        f"Xem lại: chuyển nội dung này sang tiêu chí {criterion.code}, hoặc nói rõ liên quan thế nào.",
                        quote=quote,
                    )
                    break


def _field(item: Item, matter: Matter) -> str | None:
    names = ("weakness", "target_result", "improvement", *(("task", "solution") if matter.in_solution else ()))
    return next((name for name in names if matter.phrase in fold(getattr(item, name) or "")), None)


def _as_written(text: str, phrase: str) -> str:
    """The words of the text that read like the folded phrase."""
    words = list(re.finditer(r"\S+", text))
    count = len(phrase.split())
    for first, last in zip(words, words[count - 1 :], strict=False):
        piece = text[first.start() : last.end()]
        if fold(piece).strip(" .,;:-") == phrase:
            return piece.strip(" .,;:")
    return phrase
