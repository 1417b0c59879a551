"""The words that targets, weaknesses and measures begin with, and how a cell is taken apart into lines and clauses."""

import re
from functools import lru_cache

from caitien.vietnamese.verbs import starts_with_verb

_MARK = re.compile(r"^[\s\-–—+*•▪·]*(?:\d{1,2}[.)]\s+|[a-hđ]\)\s+)?")
# Where one sentence or measure ends and the next begins: a semicolon, or a stop before a capital.
_CUT = re.compile(r";\s*|(?<=[^\W\d_A-ZĐ])[.]\s+(?=[A-ZĐÀ-Ỹ])")

_VAGUE = (
    r"nâng cao|tăng cường|đẩy mạnh|phát huy|cải thiện|củng cố|chú trọng|quan tâm|từng bước|không ngừng|phấn đấu"
    r"|đổi mới|hạn chế (?:tình trạng|tối)|nâng (?:dần |cao )?(?:tỉ lệ|tỷ lệ|chất lượng)|(?:tăng|giảm)(?: dần)? (?:tỉ lệ"
    r"|tỷ lệ|số lượng)|(?:thực hiện|làm|duy trì|phối hợp)(?: có| ngày càng)? (?:tốt|hiệu quả|nghiêm túc|chặt chẽ)"
    r"|đạt (?:chuẩn|yêu cầu|hiệu quả|kết quả)(?! nghề nghiệp| mức| quốc gia| trở lên| theo)"
    r"|tạo (?:điều kiện|chuyển biến|sự)"
)
_ACTIVITY = (
    r"tiếp tục|tổ chức|thực hiện(?! (?:tốt|có hiệu quả|hiệu quả|nghiêm túc|đúng|đủ|đầy đủ|xong|thành công))|triển khai"
    r"|đăng k[ýí]|(?:xây dựng|lập) kế hoạch|tham mưu|đề xuất|đề nghị|kiến nghị|tuyên truyền|phổ biến|tập huấn|rà soát"
    r"|khảo sát|hướng dẫn|phân công|vận động|kêu gọi|thường xuyên"
)
_TASK = (
    r"(?:cần (?:phải )?)?(?:động viên|khuyến khích|tăng cường|nâng cao|đẩy mạnh|tiếp tục|tổ chức|xây dựng|bồi dưỡng"
    r"|thực hiện|triển khai|phối hợp|tham mưu|đề nghị|đề xuất|bổ sung|tuyên truyền|hướng dẫn|rà soát|mua sắm|sửa chữa"
    r"|cải tạo|trang bị|phát huy|tạo điều kiện|vận động|đổi mới|cải thiện|cử)"
)
_FAULT = re.compile(
    r"(?<!\w)(?:chưa|còn|thiếu|không|hạn chế|vượt|quá|chậm|ít|khó|yếu|kém|thấp|hỏng|hư|cũ|xuống cấp|bất cập|sơ sài|hết"
    r"|lúng túng|hình thức|đôi khi|đôi lúc|muộn|mỏng|chật|dột|gián đoạn|tồn tại|giảm|lạc hậu|thụ động|rời rạc|dễ"
    r"|mới chỉ|mới ở|mới đạt|trễ|nhỏ|hẹp|tối|nghèo|vướng|mất|rò|nứt|thưa|rải rác|một số)(?!\w)",
    re.IGNORECASE,
)
_PLANNING = re.compile(
    r"(?:tiếp tục )?(?:(?:xây dựng|lập)\s+(?:\w+\s+){0,2}?(?:kế hoạch|dự toán|phương án|danh sách)|thống kê|khảo sát"
    r"|rà soát|điều tra|đánh giá (?:lại )?(?:thực|hiện) trạng)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?<!\w)(?:và|,)\s*(?:\w+\s+)?(?:thực hiện|triển khai|tiến hành|tổ chức|sửa|mua|trang bị|bố trí|huy động|hỗ trợ"
    r"|thi công|phân công|bổ sung|điều chỉnh|báo cáo|vận động|ghi rõ|lắp|xây(?! dựng kế hoạch))",
    re.IGNORECASE,
)
_STARTS_VAGUE = re.compile(rf"(?:{_VAGUE})(?!\w)", re.IGNORECASE)
_STARTS_ACTIVITY = re.compile(rf"(?:{_ACTIVITY})(?!\w)", re.IGNORECASE)
_STARTS_TASK = re.compile(rf"{_TASK}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def lines_of(text: str | None) -> tuple[str, ...]:
    """The lines of a cell without their list marks, empty ones left out."""
    return tuple(line for raw in (text or "").split("\n") if (line := _MARK.sub("", raw, count=1).strip()))


@lru_cache(maxsize=4096)
def clauses_of(text: str | None) -> tuple[str, ...]:
    """The measures of a cell: its lines, cut at semicolons and at the ends of sentences."""
    return tuple(part for line in lines_of(text) for piece in _pieces_of(line) if (part := piece.strip(" .,;")))


def _pieces_of(line: str) -> list[str]:
    return _CUT.split(line) if ";" in line or "." in line else [line]


@lru_cache(maxsize=4096)
def is_vague(text: str) -> bool:
    """Whether a target begins with a direction instead of a result ("Nâng cao …", "Đẩy mạnh …")."""
    return bool(_STARTS_VAGUE.match(text))


@lru_cache(maxsize=4096)
def is_activity(text: str) -> bool:
    """Whether a target begins with doing instead of a result ("Tiếp tục …", "Tổ chức …")."""
    return bool(_STARTS_ACTIVITY.match(text)) and starts_with_verb(text)


@lru_cache(maxsize=4096)
def is_task(text: str) -> bool:
    """Whether a weakness is worded as something to do, and says nothing that is wrong."""
    return bool(_STARTS_TASK.match(text)) and starts_with_verb(text) and not _FAULT.search(text)


@lru_cache(maxsize=4096)
def only_plans(text: str) -> bool:
    """Whether a measure only counts, looks into or plans, and goes no further."""
    return bool(_PLANNING.match(text)) and not _GOES_ON.search(text)
