"""S05: a criterion's title is not the circular's."""

import re
from collections.abc import Iterator
from dataclasses import replace

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.titles import cell_position, same_title, siblings, words_of
from caitien.findings import Finding, Severity
from caitien.frameworks.model import Criterion, Framework

_NAMED = re.compile(
    r"^(?:Tiêu chí\s+)(?P<code>\d\.\d{1,2})\s*[.:–-]?\s*(?P<title>[^\d\s].{3,200}?)\s*[;.,]?$", re.IGNORECASE
)


class CriterionTitleDiffers(Check):
    """Tên tiêu chí khác với tên trong thông tư: thiếu chữ, thừa chữ, hoặc là tên của tiêu chí khác.

    Vì sao: mã và tên không khớp thì không rõ việc thuộc tiêu chí nào; tên của bộ tiêu chuẩn cũ cho thấy kế hoạch chép
    lại.
    Căn cứ: tên các tiêu chí trong thông tư mà kế hoạch dựa vào.
    Không dùng khi: chỉ khác chữ hoa, dấu câu, hoặc phần trong ngoặc; tên trong danh mục chưa chắc chắn thì cần đối
    chiếu.
    """

    code = "S05"

    def run(self, subject: Subject) -> Iterator[Finding]:
        framework = subject.framework
        if framework is None:
            return
        told: set[tuple[str, str]] = set()
        for index, item in subject.items:
            code, title = item.criterion or "", item.criterion_title or ""
            if title and (code, title) not in told:
                told.add((code, title))
                fault = _fault(framework, code, title)
                if fault:
                    message = f"{item_name(index, item)}: {fault[0]}"
                    finding = self.found_at(subject, index, "criterion_title", message, fault[1], severity=fault[2])
                    yield replace(finding, position=cell_position(subject, index))
        for line in subject.wording.part("results", "targets", "problems"):
            named = _NAMED.match(line.text)
            if named and (named["code"], named["title"]) not in told:
                told.add((named["code"], named["title"]))
                fault = _fault(framework, named["code"], named["title"])
                if fault:
                    yield self.found_in(
                        line, f"Tiêu chí {named['code']}: {fault[0]}", fault[1], severity=fault[2], quote=named["title"]
                    )


def _fault(framework: Framework, code: str, title: str) -> tuple[str, str, Severity | None] | None:
    """Message, hint and severity for a title that is not the criterion's."""
    criterion = framework.criterion(code)
    if criterion is None or _is_right(title, criterion):
        return None
    doubt = "" if criterion.confidence == "high" else " (tên trong danh mục chưa chắc chắn, cần đối chiếu)"
    official = f"{framework.document.name}: “{criterion.title}”{doubt}"
    hint = f"Ghi: “Tiêu chí {code}: {criterion.title}”."
    own = next((one for one in framework.criteria if one is not criterion and same_title(title, one.title)), None)
    if own:
        return f"“{title}” là tên của tiêu chí {own.code}; {official}.", f"Sửa mã thành {own.code} hoặc sửa tên.", None
    other = next((one for one in siblings(framework) if _has(one, code, title)), None)
    source = f" (tên theo {other.document.name})" if other else ""
    one_word = abs(len(words_of(title)) - len(words_of(criterion.title))) == 1
    return f"tên ghi “{title}”{source}; {official}.", hint, Severity.HINT if one_word or doubt else None


def _is_right(title: str, criterion: Criterion) -> bool:
    """The same words, also where text of the school's own goes on behind the title."""
    if same_title(title, criterion.title):
        return True
    written, official = words_of(title), words_of(criterion.title)
    return len(written) > len(official) + 4 and written[: len(official)] == official


def _has(framework: Framework, code: str, title: str) -> bool:
    criterion = framework.criterion(code)
    return criterion is not None and same_title(title, criterion.title)
