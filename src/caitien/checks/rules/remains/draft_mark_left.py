"""E04: a mark of the draft still stands in the text: something is to be decided or looked up first."""

from collections.abc import Iterator
from itertools import groupby

from caitien.blocks.marks import DRAFT_MARK
from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.passages import Passage, found_on, passages, whole
from caitien.findings import Finding
from caitien.plan.wording import WrittenLine

_HINT = "Quyết định từng chỗ, viết nội dung vào rồi xóa dấu trong ngoặc vuông."


class DraftMarkLeft(Check):
    """Còn dấu của bản nháp: “[Cần quyết định: …]”, “[Cần đối chiếu: …]”, “[Nguồn: …]”.

    Vì sao: phần mềm đánh dấu như vậy khi chuyển kế hoạch cũ sang năm học, bộ tiêu chuẩn mới; mỗi dấu là một việc nhà
    trường chưa quyết định, không được in vào văn bản ban hành.
    Căn cứ: thông lệ soạn thảo văn bản.
    Không dùng khi: bản đang soạn chưa đến lúc trình.
    """

    code = "E04"

    def run(self, subject: Subject) -> Iterator[Finding]:
        recipients = [Passage(text, line=WrittenLine(text, "closing")) for text in _recipients(subject)]
        if not DRAFT_MARK.search(whole(subject)) and not any(DRAFT_MARK.search(one.text) for one in recipients):
            return
        marked = [(passage, DRAFT_MARK.findall(passage.text)) for passage in (*passages(subject), *recipients)]
        for (index, _), group in groupby([one for one in marked if one[1]], lambda one: _whose(one[0])):
            found = list(group)
            marks = [mark for _, each in found for mark in each]
            begins = "Còn" if index is None else f"{item_name(index, subject.plan.items[index])}: còn"
            count = f"{len(marks)} dấu của bản nháp, như" if len(marks) > 1 else "dấu của bản nháp"
            message = f"{begins} {count} “{shortened(marks[0])}”."
            yield found_on(self, subject, found[0][0], message, _HINT, marks[0])


def _recipients(subject: Subject) -> tuple[str, ...]:
    """Those of a plan that comes as data; a document's stand among its lines."""
    return () if subject.wording.lines else subject.plan.recipients


def _whose(passage: Passage) -> tuple[int | None, str]:
    """The item or the part of the document that is told of once."""
    return passage.item, passage.line.part if passage.line else ""
