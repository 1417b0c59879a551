"""Whether a target can be measured: a figure, a share, a level or a word for all or none of something."""

import re

from caitien.checks.remembered import remembered

# Figures that measure nothing: years, grades and classes, numbers of documents, the programme of 2018.
_NO_MEASURE = re.compile(
    r"\d+/\d{4}/[A-ZĐ-]+|(?:năm học|giai đoạn|năm|tháng|quý|chương trình|GDPT|CTGDPT)[\s:]*\d[\d/]*(?:\s*[-–]\s*\d+)?"
    r"|(?:tiêu chuẩn|tiêu chí|điều|khoản|thông tư|nghị định|luật)(?:\s+\w+){0,3}?\s+\d[\d.]*"
    r"|(?:khối|lớp)(?:\s+lớp)?\s+\d+\w?(?:\s*(?:,|và|đến|-|–)\s*(?:(?:khối|lớp)\s+)?\d+(?!\s*%|\d))*|\d+[A-Z]\d*(?!\w)",
    re.IGNORECASE,
)
_UNITS = (
    r"lần|buổi|phòng|giáo viên|học sinh|trẻ|em|người|lớp|nhóm|tiết|giải|bộ|cuốn|chuyên đề|đợt|hoạt động|kỳ họp|học kỳ"
)
_MEASURE = re.compile(
    rf"\d|%|(?<!\w)(?:tất cả|mọi|mỗi|toàn bộ|toàn thể|tuyệt đối|không có|không còn|không để|không quá|ít nhất|tối thiểu"
    rf"|tối đa|trên một nửa|(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\s+(?:{_UNITS}))(?!\w)",
    re.IGNORECASE,
)


@remembered
def has_measure(text: str) -> bool:
    """Whether the text holds something to measure by; years, grades and numbers of documents are no measure."""
    return bool(_MEASURE.search(_NO_MEASURE.sub(" ", text)))
