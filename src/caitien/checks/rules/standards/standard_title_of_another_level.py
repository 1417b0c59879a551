"""S03: a standard bears the title of a circular for another school level."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.titles import bare_title, is_shortened, standard_elsewhere
from caitien.findings import Finding, Place
from caitien.frameworks.model import SCHOOL_LEVELS


class StandardTitleOfAnotherLevel(Check):
    """Tên tiêu chuẩn lấy từ thông tư của cấp học khác.

    Vì sao: thường do chép kế hoạch của trường cấp khác; nội dung ở dưới dễ sai theo.
    Căn cứ: tên các tiêu chuẩn trong thông tư dành cho cấp học của trường.
    Không dùng khi: hai cấp học dùng chung một tên tiêu chuẩn.
    """

    code = "S03"

    def run(self, subject: Subject) -> Iterator[Finding]:
        framework = subject.framework
        for band in subject.wording.standards if framework else ():
            title = bare_title(band.title)
            if framework is None or any(is_shortened(title, own.title) for own in framework.standards):
                continue
            found = standard_elsewhere(title, framework)
            own = framework.standard(band.number) if band.number else None
            if found:
                other, _ = found
                levels = ", ".join(SCHOOL_LEVELS[level] for level in other.school_levels)
                yield self.found(
                    f"“{title}” là tên tiêu chuẩn của {levels} ({other.document.name}), không phải của cấp học này.",
                    f"Ghi: “Tiêu chuẩn {own.number}: {own.title}”." if own else "Ghi tên theo thông tư của cấp học.",
                    Place("items", quote=band.title),
                    position=band.position,
                )
