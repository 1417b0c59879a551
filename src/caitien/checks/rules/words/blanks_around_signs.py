"""W06: a blank is missing, doubled, or stands before a stop."""

import re
from collections.abc import Iterator

from caitien.checks.as_typed import found_raw
from caitien.checks.check import Check, Subject
from caitien.checks.passages import around
from caitien.findings import Finding

_SMALL = r"[^\W\d_A-ZĐ]"
_FUNCTION = "Trên|Để|Khi|Nếu|Tuy|Do|Vì|Trong|Qua|Ngoài|Đồng|Các|Những|Đây|Từng|Với|Bên"
_SLIPS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(rf"[,;.:](?<={_SMALL}[,;.:])(?=[^\W\d_]{{2}})(?!\w+[./@])(?!(?:vn|com|edu|gov|org|net)\b)"),
        "thiếu dấu cách sau dấu câu",
        "Thêm một dấu cách sau dấu câu.",
    ),
    (re.compile(r"[.;]\((?<=[^\W\d_][.;]\()"), "thiếu dấu cách trước ngoặc", "Thêm một dấu cách trước dấu ngoặc."),
    (
        re.compile(r"(?:^|(?<=\t))-(?=[^\W\d_]{2})", re.M),
        "thiếu dấu cách sau gạch đầu dòng",
        "Thêm một dấu cách sau gạch đầu dòng.",
    ),
    (
        re.compile(rf"(?:19|20)\d\d(?<!\d\d\d\d\d)(?={_SMALL}{{2}})"),
        "thiếu dấu cách sau năm",
        "Thêm một dấu cách sau số năm.",
    ),
    (re.compile(r"(?<=\w) +[,;.](?=\s|$)", re.M), "thừa dấu cách trước dấu câu", "Bỏ dấu cách trước dấu câu."),
    (
        re.compile(rf", +(?:{_FUNCTION})(?= [^\W\d_A-ZĐ])"),
        "sau dấu phẩy lại viết hoa như đầu câu mới",
        "Thay dấu phẩy bằng dấu chấm, hoặc viết thường chữ sau dấu phẩy.",
    ),
    (
        re.compile(r"20\d\d(?:[–—-] +|[ \u00a0]+[–—-])(?=20\d\d(?!\d))"),
        "dấu cách chỉ có ở một bên dấu gạch",
        "Viết thống nhất “2025 - 2026” hoặc “2025-2026”.",
    ),
    (re.compile(r" {2,3}(?=[^\W\d_])(?<=[^\W\d_]  )"), "hai dấu cách liền nhau", "Chỉ để một dấu cách giữa hai từ."),
)


class BlanksAroundSigns(Check):
    """Thiếu dấu cách, thừa dấu cách, hoặc có dấu cách trước dấu chấm, dấu phẩy. Mỗi loại báo một lần kèm số chỗ.

    Vì sao: lỗi nhỏ nhưng nhiều thì văn bản trông cẩu thả; từ dính nhau còn làm tìm kiếm không ra.
    Căn cứ: thông lệ gõ văn bản tiếng Việt.
    Không dùng khi: văn bản lấy ra từ tệp PDF hoặc bản quét, dấu cách không còn đúng như bản gốc.
    """

    code = "W06"

    def run(self, subject: Subject) -> Iterator[Finding]:
        raw = subject.wording.raw
        for pattern, said, hint in _SLIPS:
            hits = [match for match in pattern.finditer(raw) if not _in_address(raw, match)]
            if hits:
                quote = around(raw, hits[0].start(), hits[0].end())
                more = f" (và {len(hits) - 1} chỗ khác)" if len(hits) > 1 else ""
                yield found_raw(self, subject, hits[0].start(), f"“{quote}”: {said}{more}.", hint, quote)


def _in_address(raw: str, match: re.Match[str]) -> bool:
    """Whether the words around belong to a web or mail address, or to mark-up."""
    start = max(raw.rfind(" ", 0, match.start()), raw.rfind("\n", 0, match.start())) + 1
    end = re.search(r"\s|$", raw[match.end() :])
    word = raw[start : match.end() + (end.start() if end else 0)]
    return any(sign in word for sign in ("http", "www", "@", "<", ">", "=", ".vn", ".com"))
