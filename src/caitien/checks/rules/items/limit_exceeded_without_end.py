"""I19: classes are larger than the rules allow, and nothing says until when."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.remembered import remembered
from caitien.findings import Finding
from caitien.plan import Item

_EXCEEDED = re.compile(
    r"(?:sĩ số|sỉ số|số (?:học sinh|trẻ|hs)(?:\s*/\s*(?:lớp|nhóm)| (?:mỗi|trên|một) (?:lớp|nhóm)))[^.;\n]{0,60}?"
    r"(?:vượt|quá (?!\d+% )|cao hơn|đông hơn|lớn hơn|chưa (?:đảm bảo|bảo đảm|đúng)|không (?:đảm bảo|bảo đảm|đúng))"
    r"|(?:vượt|quá) (?:quy định về )?sĩ số",
    re.IGNORECASE,
)
_KEPT = re.compile(r"không (?:để )?(?:vượt|quá|cao hơn)", re.IGNORECASE)
_exceeded_in = remembered(_EXCEEDED.search)


class LimitExceededWithoutEnd(Check):
    """Sĩ số lớp vượt quy định mà mục này không có hạn kết thúc (“hằng năm”, “thường xuyên”).

    Vì sao: vượt quy định là việc phải chấm dứt; không có hạn thì coi như chấp nhận mãi.
    Căn cứ: Điều lệ trường và tiêu chí về lớp học trong quy định tiêu chuẩn (số học sinh tối đa mỗi lớp); con số của
    từng cấp học cần đối chiếu văn bản gốc.
    Không dùng khi: lộ trình giảm sĩ số đã được cấp có thẩm quyền phê duyệt và được dẫn trong kế hoạch.
    """

    code = "I19"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            found = _exceeded_in(item.weakness or item.target_result or "")
            if found and not _KEPT.search(found[0]) and _has_no_end(item):
                words = shortened(item.weakness or item.target_result or "", 90)
                when = f"“{shortened(item.time_text, 40)}”" if item.time_text else "để trống"
                message = (
                    f"{item_name(index, item)}: “{words}” là vượt quy định, nhưng thời gian ghi {when}, không có hạn."
                )
                hint = "Ghi năm học phải đưa sĩ số về đúng quy định và từng bước đến đó."
                yield self.found_at(subject, index, "time_text", message, hint, quote=item.time_text or words)


def _has_no_end(item: Item) -> bool:
    return item.end is None
