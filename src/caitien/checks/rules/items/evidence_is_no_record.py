"""I10: what is named as evidence is an activity or a wish and no record."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.school_parties import acting_party
from caitien.findings import Finding
from caitien.vietnamese.parties import starts_with_verb

_RECORD = re.compile(
    r"(?:các |những |bộ |bản |tập |file |hệ thống )*"
    r"(?:biên bản|kế hoạch|kh|quyết định|qđ|hồ sơ|sổ|nhật k[ýí]|ảnh|hình|video|clip|danh sách|danh mục"
    r"|báo cáo|bc|giáo án|phiếu|văn bản|công văn|tờ trình|hợp đồng|hóa đơn|hoá đơn|chứng từ|nghị"
    r"|quy chế|nội quy|quy định|bảng|bản|giấy|chứng chỉ|chứng nhận|bằng|kết quả|đề|bài|thống kê"
    r"|số liệu|dữ liệu|lịch|chương trình|thông báo|cam kết|dự toán|quyết toán|sản phẩm|tài liệu|trang"
    r"|website|link|đường dẫn|mẫu|thư|đơn|kịch|học bạ|tin|bài viết|phương án|quy trình|thời khóa"
    r"|thỏa thuận|mc\b|minh chứng|phòng|công trình|thiết bị|nhà|tủ)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"(?<!\w)(?:cần (?:phải )?(?:\w+ ){0,3}hơn|nên (?:\w+ ){1,3}hơn|phải (?:\w+ ){1,3}hơn|khoa học hơn|cụ thể hơn"
    r"|tốt hơn|đầy đủ hơn)(?!\w)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:đầu|cuối|trong|giữa|hàng|hằng|mỗi)\s+(?:năm học|năm|học kỳ|học kì|tháng|tuần|quý)\s*,?\s*", re.IGNORECASE
)


class EvidenceIsNoRecord(Check):
    """Ô sản phẩm, minh chứng ghi một việc làm (“giáo viên điều tra…”) hoặc một mong muốn (“cần khoa học hơn”).

    Vì sao: minh chứng là thứ lưu được và mở ra xem được; việc làm và mong muốn thì không.
    Căn cứ: khái niệm minh chứng trong các quy định về kiểm định, bảo đảm chất lượng giáo dục (hồ sơ, văn bản, băng
    hình, hiện vật đã và đang có).
    Không dùng khi: tên hồ sơ của trường bắt đầu bằng một động từ.
    """

    code = "I10"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            for piece in item.evidence_outputs:
                if what := _what_else(piece):
                    words = shortened(_wish_in(piece) or piece, 80)
                    message = f"{item_name(index, item)}: minh chứng “{words}” là {what}, không phải hồ sơ lưu được."
                    hint = "Ghi tên hồ sơ sẽ lưu: biên bản, phiếu, danh sách, báo cáo, quyết định…"
                    yield self.found_at(subject, index, "evidence_outputs", message, hint, quote=words)


def _wish_in(piece: str) -> str | None:
    """The clause of a piece that says how things ought to be."""
    return next((clause.strip() for clause in piece.split(";") if _WISH.search(clause)), None)


def _what_else(piece: str) -> str | None:
    if _WISH.search(piece):
        return "một mong muốn"
    text = _WHEN.sub("", piece.strip(" -+*"), count=1)
    if _RECORD.match(text):
        return None
    subject_acts = acting_party(re.sub(r"^(GV|giáo viên) chủ nhiệm ", "GVCN ", text)) is not None
    return "một việc làm" if len(text.split()) >= 3 and (starts_with_verb(text) or subject_acts) else None
