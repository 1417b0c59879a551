"""Every field of a plan's tables with the headings under which real plans write it.

The headings are data: adding a wording is adding a text. A heading is compared folded (no case, no marks), without
what stands in brackets, and with some tolerance for slips ("Tiểu chuẩn" for "Tiêu chuẩn").
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from caitien.vietnamese.fold import fold

ACCEPT = 86  # ratio from which two folded headings are the same; found safe between all headings below
LONGEST = 200  # letters; what is longer is no heading


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A field of a table row and the headings that mean it; the first heading is the one that we write ourselves."""

    field: str
    headings: tuple[str, ...]


# Fields are those of plan.Item, or parts of them: standard_criterion (both in one cell), lead_text and support_text
# (owner cell split in two), start_text and end_text (time cell split in two).
PLAN_COLUMNS = (
    Column("row_number", ("TT", "STT", "Số TT", "Số thứ tự")),
    Column(
        "standard_criterion",
        ("Tiêu chuẩn, tiêu chí", "Tiêu chuẩn/tiêu chí", "Tiêu chuẩn - Tiêu chí", "Tên tiêu chuẩn, tiêu chí"),
    ),
    Column("standard", ("Tiêu chuẩn", "Tiểu chuẩn", "Tiêu chuẩn số")),
    Column(
        "criterion",
        (
            "Tiêu chí",
            "Tiêu chí liên quan",
            "Mã tiêu chí",
            "Tiêu chí số",
            "Tiêu chí cần cải tiến",
        ),
    ),
    Column("criterion_title", ("Tên tiêu chí", "Nội dung tiêu chí", "Tên gọi tiêu chí")),
    Column(
        "weakness",
        (
            "Điểm yếu",
            "Điểm yếu, tồn tại",
            "Điểm yếu cần khắc phục",
            "Điểm hạn chế",
            "Hạn chế",
            "Tồn tại",
            "Tồn tại, hạn chế",
            "Hạn chế, tồn tại",
            "Hiện trạng, điểm yếu",
            "Những tồn tại, hạn chế",
            "Điểm yếu theo tự đánh giá",
            "Nội dung còn hạn chế",
            "Vấn đề cần cải tiến",
            "Nội dung cần cải tiến theo khuyến nghị",
            "Nội dung cần cải tiến chất lượng theo khuyến nghị",
            "Khuyến nghị của đoàn đánh giá ngoài",
            "Nội dung cần khắc phục",
            "Những điểm yếu cần khắc phục",
            "Nội dung chưa đạt",
        ),
    ),
    Column(
        "improvement",
        ("Nội dung cải tiến", "Nội dung", "Nội dung cần cải tiến", "Nội dung cải tiến chất lượng", "Vấn đề cải tiến"),
    ),
    Column(
        "target_result",
        (
            "Kết quả cần đạt",
            "Kết quả cần đạt so với hiện trạng",
            "Mục tiêu cải tiến",
            "Mục tiêu",
            "Mục tiêu cần đạt",
            "Kết quả cần đạt được",
            "Kết quả mong đợi",
            "Kết quả dự kiến",
            "Chỉ tiêu cần đạt",
            "Yêu cầu cần đạt",
            "Mức phấn đấu",
            "Mức cần đạt",
        ),
    ),
    Column(
        "task",
        (
            "Công việc cần thực hiện",
            "Công việc",
            "Nhiệm vụ cần thực hiện",
            "Nội dung công việc",
            "Nhiệm vụ",
            "Việc cần làm",
            "Công việc phải làm",
        ),
    ),
    Column(
        "solution",
        (
            "Công việc/giải pháp cần thực hiện",
            "Biện pháp thực hiện",
            "Giải pháp thực hiện",
            "Giải pháp",
            "Biện pháp",
            "Hoạt động, giải pháp",
            "Hoạt động/giải pháp",
            "Giải pháp, biện pháp",
            "Giải pháp/Công việc cần thực hiện",
            "Giải pháp khắc phục",
            "Biện pháp cải tiến",
            "Biện pháp khắc phục",
            "Giải pháp cải tiến",
            "Nội dung, giải pháp thực hiện",
            "Hoạt động cải tiến",
            "Hoạt động",
            "Cách thực hiện",
            "Giải pháp cần thực hiện",
            "Các hoạt động cải tiến chất lượng",
        ),
    ),
    Column(
        "indicators",
        ("Chỉ số đánh giá kết quả", "Chỉ số đánh giá", "Chỉ số", "Tiêu chí đánh giá kết quả", "Chỉ số đo lường"),
    ),
    Column(
        "owner_text",
        (
            "Chủ trì và phối hợp thực hiện",
            "Cá nhân/Tổ chức thực hiện",
            "Đơn vị/cá nhân phụ trách",
            "Phụ trách",
            "Người phụ trách",
            "Đơn vị/cá nhân thực hiện",
            "Người thực hiện",
            "Nhóm công tác, cá nhân chịu trách nhiệm",
            "Người chịu trách nhiệm",
            "Chịu trách nhiệm",
            "Bộ phận chịu trách nhiệm",
            "Phân công thực hiện",
            "Phân công",
            "Bộ phận, cá nhân thực hiện",
            "Chủ trì, phối hợp",
            "Cá nhân, bộ phận phụ trách",
            "Trách nhiệm thực hiện",
            "Đơn vị thực hiện",
            "Lực lượng thực hiện",
            "Cá nhân, tổ chức thực hiện",
        ),
    ),
    Column("lead_text", ("Chủ trì", "Người chủ trì", "Đơn vị chủ trì", "Cá nhân chủ trì", "Chủ trì thực hiện")),
    Column(
        "support_text",
        ("Phối hợp", "Phối hợp thực hiện", "Đơn vị phối hợp", "Người phối hợp", "Cá nhân, bộ phận phối hợp"),
    ),
    Column(
        "time_text",
        (
            "Thời gian thực hiện và hoàn thành",
            "Thời điểm thực hiện",
            "Thời gian thực hiện",
            "Thời gian",
            "Thời gian hoàn thành",
            "Thời điểm",
            "Thời hạn",
            "Tiến độ",
            "Tiến độ thực hiện",
            "Thời điểm thực hiện và hoàn thành",
            "Thời hạn hoàn thành",
            "Lộ trình thực hiện",
            "Thời điểm huy động",
        ),
    ),
    Column("start_text", ("Bắt đầu", "Thời gian bắt đầu", "Từ ngày", "Ngày bắt đầu", "Thời điểm bắt đầu")),
    Column(
        "end_text", ("Hoàn thành", "Kết thúc", "Đến ngày", "Ngày hoàn thành", "Thời điểm hoàn thành", "Ngày kết thúc")
    ),
    Column(
        "budget_text",
        (
            "Dự kiến kinh phí",
            "Dự kiến kinh phí thực hiện",
            "Kinh phí",
            "Kinh phí dự kiến",
            "Kinh phí thực hiện",
            "Dự toán kinh phí",
            "Dự kiến kinh phí (đồng)",
            "Số tiền",
        ),
    ),
    Column(
        "funding_source",
        ("Dự kiến nguồn kinh phí", "Nguồn kinh phí", "Nguồn", "Nguồn kinh phí dự kiến", "Nguồn vốn", "Nguồn tài chính"),
    ),
    Column(
        "support_conditions",
        (
            "Điều kiện hỗ trợ khác",
            "Điều kiện hỗ trợ",
            "Điều kiện khác",
            "Điều kiện thực hiện",
            "Điều kiện bảo đảm",
            "Các điều kiện hỗ trợ",
            "Điều kiện để thực hiện",
        ),
    ),
    Column(
        "resources",
        (
            "Nguồn lực bảo đảm",
            "Nguồn lực",
            "Các nguồn lực cần được huy động/cung cấp",
            "Nguồn lực thực hiện",
            "Nguồn lực đảm bảo",
            "Nguồn lực cần huy động",
        ),
    ),
    Column(
        "evidence_outputs",
        (
            "Thông tin, dữ liệu hoặc minh chứng dự kiến",
            "Sản phẩm/ Minh chứng sau thực hiện",
            "Minh chứng dự kiến",
            "Minh chứng",
            "Sản phẩm",
            "Sản phẩm, minh chứng",
            "Minh chứng cần có",
            "Sản phẩm đầu ra",
            "Minh chứng sau cải tiến",
            "Sản phẩm dự kiến",
        ),
    ),
    Column(
        "progress",
        (
            "Mức độ thực hiện",
            "Kết quả thực hiện",
            "Tình trạng",
            "Trạng thái",
            "Kết quả đạt được",
            "Mức độ hoàn thành",
            "Tình hình thực hiện",
            "Tiến độ đạt được",
            "Các hoạt động cải tiến chất lượng đã thực hiện và kết quả",
        ),
    ),
    Column("note", ("Ghi chú", "Ghi chú khác")),
)

# TT57, form Biểu 2, part IV: problems, and part VI: follow-up.
PROBLEM_COLUMNS = (
    Column("row_number", ("TT", "STT", "Số TT")),
    Column("standard", ("Tiêu chuẩn", "Tiêu chuẩn liên quan")),
    Column("criterion", ("Tiêu chí", "Tiêu chí liên quan", "Tiêu chí nếu có")),
    Column("standard_criterion", ("Tiêu chuẩn, tiêu chí", "Tiêu chuẩn/tiêu chí")),
    Column(
        "current_state", ("Đánh giá hiện trạng", "Hiện trạng", "Thực trạng", "Đánh giá thực trạng", "Mô tả hiện trạng")
    ),
    Column(
        "limitation",
        ("Điểm hạn chế", "Hạn chế", "Điểm yếu", "Tồn tại, hạn chế", "Hạn chế trọng tâm", "Vấn đề cần cải tiến"),
    ),
    Column("cause", ("Nguyên nhân của hạn chế", "Nguyên nhân", "Nguyên nhân chủ yếu", "Nguyên nhân hạn chế")),
)
REVIEW_COLUMNS = (
    Column("row_number", ("TT", "STT", "Số TT")),
    Column("when", ("Thời điểm", "Thời gian", "Thời điểm đánh giá", "Thời điểm theo dõi", "Kỳ đánh giá", "Đợt")),
    Column(
        "content",
        ("Nội dung theo dõi", "Nội dung", "Nội dung đánh giá", "Nội dung theo dõi, đánh giá", "Nội dung giám sát"),
    ),
    Column("result", ("Kết quả thực hiện", "Kết quả", "Kết quả đạt được", "Kết quả đánh giá", "Kết quả theo dõi")),
    Column(
        "adjustment",
        ("Điều chỉnh", "Điều chỉnh, bổ sung", "Nội dung điều chỉnh", "Kiến nghị, điều chỉnh", "Đề xuất điều chỉnh"),
    ),
    Column(
        "reviewer",
        ("Người đánh giá", "Người theo dõi", "Người thực hiện", "Phụ trách", "Người phụ trách", "Đơn vị đánh giá"),
    ),
)


# Where a heading is like none of the above: the words that give its field away, the surest first.
SIGNS: tuple[tuple[str, str], ...] = (
    ("note", r"ghi chu"),
    ("funding_source", r"nguon (kinh phi|von|tien|ngan sach)"),
    ("budget_text", r"kinh phi|du toan|so tien|tai chinh"),
    ("indicators", r"chi so"),
    ("evidence_outputs", r"minh chung|san pham"),
    ("end_text", r"(thoi (gian|diem|han)|ngay) (ket thuc|hoan thanh)$"),
    ("start_text", r"(thoi (gian|diem)|ngay) bat dau$"),
    ("time_text", r"thoi (gian|han|diem)|^han |tien do thuc|lo trinh|thang thuc hien"),
    ("owner_text", r"chu tri.*phoi hop|phu trach|chiu trach nhiem|phan cong"),
    ("owner_text", r"(nguoi|can bo|don vi|bo phan|ca nhan) .*thuc hien"),
    ("support_text", r"phoi hop"),
    ("lead_text", r"chu tri"),
    ("progress", r"(muc do|tinh hinh|tinh trang|ket qua) (da )?(thuc hien|hoan thanh|dat duoc)"),
    ("target_result", r"can dat|muc tieu|mong (doi|muon)|phan dau|chi tieu|du kien.*ket qua|ket qua (du kien|huong)"),
    ("weakness", r"diem yeu|han che|ton tai|hien trang|thuc trang|khuyen nghi|bat cap"),
    ("resources", r"nguon luc"),
    ("support_conditions", r"dieu kien|ho tro"),
    ("solution", r"giai phap|bien phap|hoat dong|^cach "),
    ("task", r"\bviec\b|nhiem vu|noi dung thuc hien"),
    ("target_result", r"^ket qua$|dat duoc$|huong toi"),
    ("improvement", r"noi dung.*cai tien"),
    ("standard_criterion", r"tieu chuan.*tieu chi"),
    ("criterion", r"tieu chi"),
    ("standard", r"tieu chuan"),
)


@dataclass(frozen=True, slots=True)
class Match:
    """A heading read as a field, and how alike the two are (0 … 100)."""

    field: str
    score: float


@lru_cache(maxsize=4096)
def match_heading(text: str, columns: tuple[Column, ...] = PLAN_COLUMNS) -> Match | None:
    """The field that a heading names, or None where no known heading is like it."""
    heading = plain_heading(text) if len(text) <= LONGEST else ""
    if not heading:
        return None
    known = _headings(columns)
    if heading in known:
        return Match(known[heading], 100.0)
    said_more = [name for name in known if name.count(" ") >= 2 and heading.startswith(f"{name} ")]
    if said_more:  # a known heading with more said behind it; the longest wins
        longest = max(said_more, key=len)
        return Match(known[longest], 90.0 + 0.1 * len(longest.split()))
    alike = process.extractOne(heading, known.keys(), scorer=fuzz.ratio, score_cutoff=ACCEPT)
    return Match(known[alike[0]], alike[1]) if alike else None


def field_by_sign(text: str, known: set[str]) -> str | None:
    """The field that single words of an unknown heading give away; never one that the table has already (`known`)."""
    heading = plain_heading(text)
    if len(heading.split()) > 14:
        return None
    field = next((field for field, sign in SIGNS if re.search(sign, heading)), None)
    return None if field in known else field


def assign(headings: tuple[str, ...], columns: tuple[Column, ...] = PLAN_COLUMNS) -> tuple[Match | None, ...]:
    """The field of each heading of one table; no field is given twice, the likest heading gets it."""
    matches = [match_heading(heading, columns) for heading in headings]
    for index, match in enumerate(matches):
        rivals = [i for i, other in enumerate(matches) if other and match and other.field == match.field and i != index]
        if match and any(matches[i].score > match.score or i < index for i in rivals):  # type: ignore[union-attr]
            matches[index] = None
    return tuple(matches)


def plain_heading(text: str) -> str:
    """A heading as it is compared: folded, without brackets, column numbers, dots and marks of lists."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text.replace("\n", " "))
    return " ".join(re.findall(r"[a-z]+", fold(text)))


@lru_cache(maxsize=8)
def _headings(columns: tuple[Column, ...]) -> dict[str, str]:
    """Field by compared heading; where two fields share a wording, the one listed first."""
    pairs = [(plain_heading(heading), column.field) for column in columns for heading in column.headings]
    return dict(reversed(pairs))
