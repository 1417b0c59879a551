"""L07: a law is named by a name that no law bears."""

from collections.abc import Iterator

from caitien.checks.bases import basis_place, position_of
from caitien.checks.check import Check, Subject, item_name
from caitien.checks.law_names import misnamed_laws
from caitien.findings import Finding

_FIELDS = ("weakness", "improvement", "target_result", "task", "solution", "indicators", "support_conditions", "note")


class LawByWrongName(Check):
    """Luật được gọi bằng một tên không có thật.

    Vì sao: người đọc không tìm được văn bản; trích dẫn sai tên luật là lỗi dễ bị nhận xét nhất.
    Căn cứ: Nghị định 30/2020/NĐ-CP (luật được viện dẫn bằng tên và ngày thông qua); danh sách tên hay bị gọi sai là
    thông lệ do phần mềm lập, cần đối chiếu.
    Không dùng khi: trong bài chỉ nói “luật giao thông”, “pháp luật” nói chung (chữ thường), không viện dẫn một luật.
    """

    code = "L07"

    def run(self, subject: Subject) -> Iterator[Finding]:
        yield from self._in_bases(subject)
        for line in subject.wording.part("purposes", "results", "targets", "organisation", "mechanism"):
            for name, right in misnamed_laws(line.text) if "Luật" in line.text else ():
                yield self.found_in(line, _message(name), _hint(right), quote=name)
        for index, item in subject.items:
            told: set[str] = set()
            for field in _FIELDS:
                text = getattr(item, field) or ""
                for name, right in misnamed_laws(text) if "Luật" in text else ():
                    if right not in told:
                        told.add(right)
                        message = f"{item_name(index, item)}: {_message(name)[0].lower()}{_message(name)[1:]}"
                        yield self.found_at(subject, index, field, message, _hint(right), quote=name)

    def _in_bases(self, subject: Subject) -> Iterator[Finding]:
        for basis in subject.plan.legal_bases:
            for name, right in misnamed_laws(basis.text):
                yield self.found(
                    _message(name), _hint(right), basis_place(basis, name), position=position_of(subject, basis)
                )


def _message(name: str) -> str:
    return f"Không có luật nào tên “{name}”."


def _hint(right: str) -> str:
    return f"Tên đúng có thể là: {right}; cần đối chiếu rồi sửa."
