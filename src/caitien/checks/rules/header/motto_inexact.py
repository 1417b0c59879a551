"""H05: the motto is not written exactly."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.head_lines import MOTTO, motto_line
from caitien.findings import Finding, Severity


class MottoInexact(Check):
    """Tiêu ngữ không viết đúng “Độc lập - Tự do - Hạnh phúc” (thiếu gạch nối, gạch dài, thiếu dấu cách, sai chữ hoa).

    Vì sao: đây là thành phần bắt buộc có mẫu viết cố định, sai là bị trả lại về thể thức.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (chữ cái đầu viết hoa, giữa các cụm từ có gạch nối và cách chữ).
    Không dùng khi: dấu gạch dài chỉ do phần mềm chuyển tệp tự đổi.
    """

    code = "H05"

    def run(self, subject: Subject) -> Iterator[Finding]:
        found = motto_line(subject)
        if found is None or found[1] == MOTTO:
            return
        line, written = found
        only_dashes = re.sub(r"\s*[–—−-]\s*", " - ", written) == MOTTO
        yield self.found_in(
            line,
            f"Tiêu ngữ viết “{written}”" + (", dùng gạch dài thay gạch nối." if only_dashes else ", chưa đúng mẫu."),
            f"Viết đúng: “{MOTTO}”.",
            quote=written,
            severity=Severity.HINT if only_dashes else None,
        )
