"""I16: the result is for a higher authority to give, and no letter of request or other way is planned."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.remembered import remembered
from caitien.checks.school_parties import is_outside
from caitien.checks.work_words import clauses_of
from caitien.findings import Finding, Severity
from caitien.plan import Item

_ASKS = re.compile(r"(?<!\w)(?:tham mưu|đề xuất|đề nghị|kiến nghị|xin chủ trương|trình)(?!\w)", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?<!\w)(?:UBND|ủy ban|uỷ ban|phòng giáo dục|phòng GD|PGD|sở giáo dục|sở GD|SGD|cấp trên|cấp có thẩm quyền|các cấp"
    r"|chính quyền|lãnh đạo (?:xã|phường|huyện|quận|địa phương|cấp)"
    r"|(?:với|nghị|xuất|lên) (?:xã|phường|huyện|quận|tỉnh|thành phố))(?!\w)",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"(?<!\w)(?:đầu tư|xây|cấp (?:kinh phí|vốn|đất|bổ sung|thêm)|kinh phí|bố trí|bổ nhiệm|biên chế|tuyển|phê duyệt"
    r"|mở rộng|bổ sung|thêm (?:phòng|giáo|nhân)|sửa chữa|cải tạo|nâng cấp|giao đất|phân tuyến|tuyến tuyển sinh)(?!\w)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"tờ trình|công văn|dự toán|văn bản|đề án|hồ sơ (?:đề nghị|xin)|trong khi chờ|trước mắt", re.IGNORECASE
)


class DependsOnAuthority(Check):
    """Kết quả do cấp trên quyết định (đầu tư, biên chế, bổ nhiệm…), mà không có tờ trình, công văn đề nghị và
    cũng không nói nhà trường làm gì trong khi chờ.

    Vì sao: cấp trên chưa giải quyết thì việc đứng lại cả năm, và không có gì chứng tỏ trường đã đề nghị.
    Căn cứ: thông lệ; những việc vượt thẩm quyền của hiệu trưởng cần văn bản đề nghị.
    Không dùng khi: văn bản đề nghị đã gửi, hoặc cấp trên đã có quyết định được dẫn trong kế hoạch.
    """

    code = "I16"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            asking = [clause for clause in clauses_of(item.solution) if _asks(clause, item)]
            if asking and not _REQUEST.search(" ".join((item.solution or "", item.task or "", *item.evidence_outputs))):
                words = shortened(asking[0], 90)
                alone = len(asking) == len(clauses_of(item.solution))
                rest = "; ngoài ra không có việc nào khác" if alone else ""
                message = f"{item_name(index, item)}: kết quả tùy vào cấp trên (“{words}”){rest}."
                hint = "Ghi tờ trình hoặc công văn đề nghị làm minh chứng, và việc trường tự làm trong khi chờ."
                severity = Severity.WARNING if alone else None
                yield self.found_at(subject, index, "solution", message, hint, quote=words, severity=severity)


@remembered
def _asks_for_a_grant(clause: str) -> bool:
    asks = _ASKS.search(clause)
    return bool(asks and _GRANTED.search(clause[asks.end() :]))


def _asks(clause: str, item: Item) -> bool:
    if not _asks_for_a_grant(clause):
        return False
    return bool(_AUTHORITY.search(clause)) or any(is_outside(party) for party in item.support_parties)
