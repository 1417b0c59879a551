"""E01: tags, Markdown signs or entities stand in the text."""

from collections.abc import Iterator

from caitien.checks.as_typed import as_typed, found_raw
from caitien.checks.check import Check, Subject, shortened
from caitien.checks.mark_up import ENTITIES, HASHES, STARS, STYLE, TAGS
from caitien.findings import Finding

_KINDS = ((STYLE, "thuộc tính HTML"), (TAGS, "thẻ HTML"), (ENTITIES, "ký hiệu HTML"), (STARS, "dấu ** của Markdown"))
_HEADINGS = (HASHES, "dấu # của Markdown")


class MarkUpRemnants(Check):
    """Trong văn bản còn sót mã định dạng: thẻ HTML, dấu ** hoặc ### của Markdown, ký hiệu &nbsp;.

    Vì sao: đây là vết của việc chép từ trang web hoặc từ phần mềm khác, in ra sẽ thấy nguyên mã.
    Căn cứ: thông lệ.
    Không dùng khi: tệp được cố ý lưu ở dạng HTML hoặc Markdown và sẽ được chuyển sang Word trước khi ký.
    """

    code = "E01"

    def run(self, subject: Subject) -> Iterator[Finding]:
        raw = as_typed(subject)
        found = [(match, said) for pattern, said in (*_KINDS, _HEADINGS) if (match := pattern.search(raw))]
        if found:
            first = found[0][0]
            shown = ", ".join(f"{said} (“{shortened(match[0], 40)}”)" for match, said in found)
            hint = "Xóa các mã này; khi chép từ trang web, dán dạng chữ thuần."
            yield found_raw(
                self, subject, first.start(), f"Còn sót mã định dạng: {shown}.", hint, shortened(first[0], 60)
            )
