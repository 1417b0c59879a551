"""L03: a cited document is not in force on the plan's day, or ceases inside its period."""

from collections.abc import Iterator
from datetime import date, timedelta

from caitien.checks.bases import basis_place, day_of, last_day, numbered_bases, position_of
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Severity
from caitien.laws.model import End, Law, LawStatus, Standing
from caitien.laws.registry import find_law
from caitien.laws.status import lookup
from caitien.plan import LegalBasis
from caitien.vietnamese.dates import say_day


class CitedLawNotInForce(Check):
    """Văn bản trong phần căn cứ đã hết hiệu lực, chưa ban hành vào ngày ký, hoặc hết hiệu lực trong kỳ kế hoạch.

    Vì sao: văn bản hết hiệu lực không làm căn cứ được; văn bản sắp hết hiệu lực thì kế hoạch nhiều năm phải rà soát
    lại.
    Căn cứ: Nghị định 30/2020/NĐ-CP (căn cứ là văn bản còn hiệu lực); hiệu lực lấy từ danh mục văn bản của phần mềm.
    Không dùng khi: nhà trường nhắc văn bản cũ chỉ để nói về kết quả của thời gian trước.
    """

    code = "L03"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for basis in subject.plan.legal_bases:
            yield from self._dated_after(subject, basis)
        if subject.on is None:
            return
        level, own = subject.plan.school.level, subject.framework
        for basis, number, law in numbered_bases(subject):
            status = lookup(number, _day(subject, subject.on, law), level)
            # A circular that has gone altogether, and what only amends it, are said once elsewhere.
            is_own = own is not None and number == own.document.number
            if law and not (is_own and status.standing is Standing.REPEALED) and not _amends_own(subject, law):
                yield from self._judged(subject, basis, law, status)

    def _dated_after(self, subject: Subject, basis: LegalBasis) -> Iterator[Finding]:
        """A date later than the plan's own; a law with another date in the registry is judged by that."""
        signed, cited = day_of(subject.plan.document.date), day_of(basis.date)
        known = basis.number and lookup(basis.number, signed).law if signed else None
        if signed and cited and cited > signed and (known is None):
            name = f"{basis.type or 'Văn bản'} {basis.number or ''}".strip()
            yield self.found(
                f"{name} ghi ngày {say_day(cited)}, sau ngày ký kế hoạch ({say_day(signed)}).",
                "Đối chiếu ngày của văn bản và ngày ký kế hoạch.",
                basis_place(basis),
                position=position_of(subject, basis),
            )

    def _judged(self, subject: Subject, basis: LegalBasis, law: Law, status: LawStatus) -> Iterator[Finding]:
        told = _told(law, status, last_day(subject), subject.plan.school.level)
        if told:
            message, hint, severity = told
            place, position = basis_place(basis), position_of(subject, basis)
            yield self.found(message, hint, place, position=position, severity=severity)


def _day(subject: Subject, on: date, law: Law | None) -> date:
    """The day to judge a document at: a plan without a date may have been signed as late as its period ends."""
    late = last_day(subject)
    is_open = subject.plan.document.date is None and late is not None and law is not None and on < law.issued_from
    return max(on, late) if is_open and late else on


def _amends_own(subject: Subject, law: Law) -> bool:
    own = find_law(subject.framework.document.number) if subject.framework else None
    return own is not None and law.number in {one.number for one in own.amended_by}


def _ends_before(end: End, until: date) -> bool:
    """Whether a document surely ceases by a day; a successor takes effect within months of its issue."""
    sure = end.by or end.after + timedelta(days=90)
    return sure < until


def _told(
    law: Law, status: LawStatus, until: date | None, level: str | None
) -> tuple[str, str, Severity | None] | None:
    """Message, hint and severity for a document's standing; None where nothing is to be said."""
    end = law.end_for(level)
    instead = f"Thay bằng {', '.join(end.replaced_by)}" if end and end.replaced_by else "Bỏ căn cứ này"
    if status.standing is Standing.REPEALED:
        return status.text, f"{instead} sau khi đối chiếu.", None
    if status.standing is Standing.NOT_YET:
        issued_later = status.on < law.issued_from
        said = (
            f"{law.name} chưa được ban hành vào ngày {say_day(status.on)}" if issued_later else status.text.rstrip(".")
        )
        hint = "Đối chiếu ngày ký kế hoạch và văn bản được viện dẫn."
        return f"{said}.", hint, None if issued_later else Severity.HINT
    if status.standing is Standing.UNVERIFIED and end and status.on > end.after:
        return status.text, f"{instead} nếu văn bản đã hết hiệu lực.", None
    if status.standing is Standing.IN_FORCE and end and until and end.replaced_by and _ends_before(end, until):
        return (
            f"{law.name} hết hiệu lực trong kỳ kế hoạch (sau ngày {say_day(end.after)}, thay bởi "
            f"{', '.join(end.replaced_by)}), trong khi kế hoạch kéo dài đến {until:%m/%Y}; cần đối chiếu.",
            f"Rà soát, điều chỉnh kế hoạch từ ngày {say_day(end.after)} theo {', '.join(end.replaced_by)}.",
            None,
        )
    return None
