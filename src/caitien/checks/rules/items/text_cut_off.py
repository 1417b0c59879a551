"""I13: the text of a cell ends in the middle of a phrase."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.passages import cells_stopped_by
from caitien.checks.sieves import Sieve
from caitien.findings import Finding

_FIELDS = ("weakness", "improvement", "target_result", "task", "solution", "owner_text", "support_conditions")
# Words that want another behind them.
_OPEN = re.compile(r"(?<!\w)(?:và|của|với|các|những|nhằm|hoặc|bằng cách|cũng như|theo từng)[\s,]*$", re.IGNORECASE)
# The first half of the name of a role or body.
_HALF_ROLE = re.compile(
    r"(?<!\w)(?:phụ trách (?:văn|thư|thiết|kế)|phó hiệu|(?:giáo viên|gv) chủ|giáo viên bộ|tổng phụ|tổ trưởng chuyên"
    r"|tổ chuyên|tổ văn|ban giám|hội đồng tự|hội đồng tự đánh|ban đại|ban đại diện cha|cha mẹ học|cán bộ, giáo"
    r"|giáo viên, nhân|cán bộ quản|nhân viên thiết|nhân viên thư|thanh tra nhân|phòng giáo dục và đào|phòng giáo"
    r"|ủy ban nhân|uỷ ban nhân|đoàn thanh|liên độ|công đoà)$",
    re.IGNORECASE,
)
# A syllable that only ends words of two, standing alone ("… hàng tháng hiện").
_HALF_WORD = re.compile(
    r"(?<!thực )(?<!thể )(?<!phát )(?<!xuất )(?<!biểu )(?<!tái )(?<!hiển )(?<!\w)hiện$", re.IGNORECASE
)
# With what a text that is cut off can end: looked at first.
_ENDS = (
    "và của với các những nhằm hoặc cách như từng văn thư thiết kế hiệu chủ bộ phụ chuyên giám tự đánh đại cha học giáo"
    " nhân quản đào thanh độ đoà hiện"
)
_LAST = frozenset(_ENDS.split())


class TextCutOff(Check):
    """Chữ trong ô dừng giữa chừng: tên chức danh thiếu chữ cuối, câu kết thúc bằng “và”, “của”, “các”…

    Vì sao: người đọc không biết đủ việc, đủ người; thường là mất chữ khi sao chép hoặc khi ô quá hẹp.
    Căn cứ: thông lệ soạn thảo.
    Không dùng khi: chữ đủ trong bản gốc và chỉ bị mất khi chuyển tệp; khi đó kiểm tra lại tệp.
    """

    code = "I13"
    may_be_misread = True

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, name, text in cells_stopped_by(_CUT, subject, _FIELDS):
            end = _cut_end(text)
            message = f"{item_name(index, subject.plan.items[index])}: chữ trong ô dừng giữa chừng ở “… {end}”."
            hint = "Đối chiếu bản gốc và viết cho đủ chữ."
            yield self.found_at(subject, index, name, message, hint, quote=end)


def _cut_end(text: str) -> str | None:
    """The last words of a text that is cut off."""
    text = text[-80:].strip(" .;")
    last = text.rstrip(", ").rpartition(" ")[2].rpartition("\n")[2].lower().lstrip("(“\"'[-–/")
    if last in _LAST and (_OPEN.search(text) or _HALF_ROLE.search(text) or _HALF_WORD.search(text)):
        return " ".join(text.split()[-6:])
    return None


_CUT = Sieve.of_texts(_cut_end)
