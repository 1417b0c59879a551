"""I18: a target names a level, and nothing says at which level the school stands."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.findings import Finding

_LEVEL = re.compile(
    r"[\s\-+*]*(?:phấn đấu |tiêu chí )?(?:đạt |lên )*(?:tiêu chí )?m[ứư]c(?: độ)? *[1-4][\s.;,]*(?:trở lên)?[\s.]*",
    re.IGNORECASE,
)


class LevelWithoutPresent(Check):
    """Kết quả cần đạt chỉ ghi “Mức 2”, “Đạt mức 3” mà không nói hiện đang ở mức nào.

    Vì sao: cột hỏi kết quả so với hiện trạng; không có mức hiện tại thì không thấy được sự tiến bộ.
    Căn cứ: tên cột “Kết quả cần đạt (so với hiện trạng)” của mẫu kế hoạch.
    Không dùng khi: mức hiện tại của tiêu chí đã ghi ở cột khác của cùng dòng.
    """

    code = "I18"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            if item.target_result and not item.weakness and _LEVEL.fullmatch(item.target_result):
                target = " ".join(item.target_result.split())
                message = f"{item_name(index, item)}: kết quả cần đạt chỉ ghi “{target}”, chưa ghi hiện đang ở mức nào."
                hint = "Ghi cả hai mức, ví dụ “từ Mức 1 lên Mức 2”, và nội dung còn thiếu để lên mức."
                yield self.found_at(subject, index, "target_result", message, hint)
