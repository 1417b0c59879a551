"""P11: a period of recognition that is not as long as recognition lasts, or that does not meet the plan."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.plan_years import STAGE, named, years_of
from caitien.checks.statements import sentence_around, statements
from caitien.findings import Finding
from caitien.plan.wording import WrittenLine
from caitien.vietnamese.fold import fold

_RECOGNITION = re.compile(r"cong nhan|dat (?:tieu chuan |chuan )?kiem dinh|dat chuan quoc gia")
_AIM = re.compile(
    r"(?:tien toi|huong toi|phan dau|de|nham|cong nhan)[^.;]{0,60}? (?:dat|duy tri) (?:tieu chuan |chuan )?"
    r"(?:kiem dinh chat luong|chuan quoc gia)"
)
_LEVEL_OR_TIME = re.compile(r"(?:muc(?: do)?|cap do) ?[1-4]|(?:muc|cap) do (?:cao|nao)|20\d\d")


class RecognitionPeriodUnfit(Check):
    """Giai đoạn công nhận (kiểm định, chuẩn quốc gia) không đủ năm năm hoặc không khớp với kế hoạch; hoặc mục đích là
    đạt kiểm định, chuẩn quốc gia mà không nêu mức, cấp độ và thời điểm.

    Vì sao: mục tiêu được công nhận phải gắn với thời hạn và mức cụ thể thì mới lập được lộ trình đánh giá.
    Căn cứ: quy định về thời hạn của giấy chứng nhận và bằng công nhận trong thông tư kiểm định mà kế hoạch áp dụng.
    Không dùng khi: giai đoạn nêu trong văn bản là giai đoạn của chiến lược phát triển, không phải của việc công nhận.
    """

    code = "P11"

    def run(self, subject: Subject) -> Iterator[Finding]:
        years = years_of(subject.plan)
        rule = subject.framework.recognition if subject.framework else None
        valid = (rule.valid_years if rule else None) or 5
        for line in statements(subject, "purposes", "targets", "bases", "results"):
            for match in STAGE.finditer(line.text):
                before = fold(sentence_around(line.text, match.start(), match.end())[0])
                found = _RECOGNITION.search(before[-160:])
                fault = _fault(int(match["from"]), int(match["to"]), valid, years) if found else None
                if fault:
                    fault += f" {named(subject.plan)}" if fault.endswith("của") else ""
                    message = f"Thời hạn công nhận ghi “{match[0]}” {fault}."
                    hint = f"Ghi đúng thời hạn công nhận ({valid} năm kể từ ngày có quyết định, cần đối chiếu)."
                    yield self.found_in(line, message, hint, quote=match[0])
        yield from self._vague(list(statements(subject, "purposes")))

    def _vague(self, purposes: list[WrittenLine]) -> Iterator[Finding]:
        """The aim to be recognised without any level or year in the purposes."""
        for line in purposes:
            aim = _AIM.search(fold(line.text))
            if aim and not _LEVEL_OR_TIME.search(fold(line.text)):
                yield self.found_in(
                    line,
                    "Mục đích nêu đạt kiểm định chất lượng, chuẩn quốc gia nhưng chưa nêu mức (cấp độ), năm đánh giá.",
                    "Ghi rõ phấn đấu đạt mức, cấp độ nào và dự kiến đề nghị đánh giá ngoài vào năm nào.",
                )
                return


def _fault(first: int, last: int, valid: int, years: range) -> str | None:
    if last - first not in (valid, valid - 1):
        return f"không phải {valid} năm"
    if years and (years[-1] + 1 <= first or years[0] >= last):
        return "nằm ngoài thời hạn của"
    return None
