"""L09: the circular of the plan's standards has been amended, and the amendment is not cited."""

from collections.abc import Iterator

from caitien.checks.bases import basis_place, last_day, numbered_bases, position_of
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place, Severity
from caitien.laws.model import Amendment
from caitien.laws.numbers import number_key
from caitien.laws.registry import find_law
from caitien.vietnamese.dates import say_day


class AmendmentNotCited(Check):
    """Thông tư về tiêu chuẩn mà kế hoạch dựa vào đã được sửa đổi, hoặc được sửa đổi trong kỳ kế hoạch, nhưng văn bản
    sửa đổi chưa có trong căn cứ.

    Vì sao: văn bản sửa đổi thay cả tiêu chuẩn 3; việc theo tiêu chí cũ phải rà soát lại.
    Căn cứ: Thông tư 22/2024/TT-BGDĐT ngày 10/12/2024, hiệu lực từ 25/01/2025 (theo danh mục, chưa đối chiếu bản gốc).
    Không dùng khi: kế hoạch đã xong trước ngày văn bản sửa đổi có hiệu lực.
    """

    code = "L09"

    def run(self, subject: Subject) -> Iterator[Finding]:
        framework, on = subject.framework, subject.on
        law = find_law(framework.document.number) if framework else None
        if law is None or on is None:
            return
        bases = list(numbered_bases(subject))
        cited = {number_key(number) for _, number, _ in bases}
        until = max(on, last_day(subject) or on)
        for amendment in law.amended_by:
            # A consolidated text says it all in one document.
            if amendment.since <= until and not cited & {number_key(amendment.number), _consolidated(subject)}:
                basis = next((basis for basis, number, known in bases if known is law), None)
                yield self.found(
                    _message(law.name, amendment, is_past=amendment.since <= on),
                    f"Đối chiếu các tiêu chí đã sửa đổi và thêm {amendment.number} vào căn cứ.",
                    basis_place(basis) if basis else Place("bases"),
                    position=position_of(subject, basis) if basis else None,
                    severity=Severity.WARNING if amendment.since <= on else None,
                )


def _consolidated(subject: Subject) -> str | None:
    number = subject.framework.document.consolidated if subject.framework else None
    return number_key(number) if number else None


def _message(name: str, amendment: Amendment, *, is_past: bool) -> str:
    when = f"có hiệu lực từ {say_day(amendment.since)}" if not amendment.since_is_issue else f"năm {amendment.since:%Y}"
    place = "nhưng chưa có trong căn cứ" if is_past else "trong kỳ kế hoạch; cần rà soát kế hoạch khi đó"
    return f"{name} được sửa đổi bởi {amendment.number} ({when}), {place}; cần đối chiếu."
