"""P15: a decision of a higher authority is due within a month of the plan's date."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.plan_years import spoken
from caitien.checks.remembered import remembered
from caitien.findings import Finding
from caitien.vietnamese.dates import say_day

_ASKS = re.compile(
    r"(?:tham mưu|đề xuất|đề nghị|kiến nghị|xin|trình)\s+(?:với\s+|lên\s+|ý kiến\s+)?"
    r"(?:(?:các\s+)?cấp (?:trên|có thẩm quyền|ủy|lãnh đạo)|lãnh đạo cấp|phòng (?:giáo dục|gd|nội vụ|tài chính|văn hóa)"
    r"|sở|ubnd|[uủ][yỷ] ban|huyện|quận|thành phố|thị xã|xã|phường|chính quyền)[^.;\n]*",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"bổ nhiệm|biên chế|tuyển dụng|điều động|phê duyệt|quyết định|cấp (?:kinh phí|đất|bổ sung)|đầu tư|xây|mở rộng"
    r"|bố trí|bổ sung|công nhận|điều chỉnh",
    re.IGNORECASE,
)


class DecisionExpectedTooSoon(Check):
    """Việc phải chờ cấp trên quyết định (bổ nhiệm, biên chế, kinh phí, xây dựng) có hạn chỉ trong khoảng một tháng kể
    từ ngày ký kế hoạch.

    Vì sao: nhà trường không tự quyết được; hạn quá gần thì gần như chắc chắn không đạt.
    Căn cứ: thông lệ. Tuỳ chọn `days` là số ngày tối thiểu nên dành cho quyết định của cấp trên.
    Không dùng khi: quyết định đã được hứa hoặc đã có văn bản; khi đó ghi số văn bản vào dòng ấy.
    """

    code = "P15"
    options: ClassVar[Mapping[str, Any]] = {"days": 32}

    def run(self, subject: Subject) -> Iterator[Finding]:
        written = subject.plan.document.date or ""
        if len(written) < 10:
            return
        issued = date.fromisoformat(written)
        for index, item in subject.items:
            left = (_last_day(item.end) - issued).days if item.end else -1
            if not item.end or not 0 <= left <= subject.options["days"]:
                continue
            asked = _asked_in(item.solution or "") or _asked_in(item.task or "")
            if asked and _DECIDES.search(asked):
                yield self.found_at(
                    subject,
                    index,
                    "time_text",
                    f"{item_name(index, item)}: “{asked.strip()}” phải xong trong {spoken(item.end)}, "
                    f"chỉ {left} ngày sau ngày ký kế hoạch ({say_day(issued)}).",
                    "Dành thời gian cho cấp trên xem xét, hoặc ghi việc của trường là gửi tờ trình trong hạn ấy.",
                )


@remembered
def _asked_in(text: str) -> str:
    """What the school asks of an authority, in its first words; "" where it asks nothing."""
    asked = _ASKS.search(text)
    return asked[0] if asked else ""


def _last_day(iso: str) -> date:
    """The last day that the date can mean."""
    if len(iso) == 10:
        return date.fromisoformat(iso)
    year, month = (int(iso[:4]), int(iso[5:7])) if len(iso) == 7 else (int(iso), 12)
    return date(year + month // 12, month % 12 + 1, 1) - date.resolution
