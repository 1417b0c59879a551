"""S04: a standard's title is shortened or altered."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.titles import bare_title, is_shortened, misspelt, same_title, standard_elsewhere
from caitien.findings import Finding, Place
from caitien.frameworks.model import Framework


class StandardTitleAltered(Check):
    """Tên tiêu chuẩn ghi thiếu hoặc khác chữ so với thông tư.

    Vì sao: tên tiêu chuẩn là tên chính thức; ghi thiếu thường kéo theo bỏ sót tiêu chí (ví dụ bỏ “và học sinh” trong
    khi bên dưới có tiêu chí về học sinh).
    Căn cứ: tên các tiêu chuẩn trong thông tư mà kế hoạch dựa vào.
    Không dùng khi: chỉ khác chữ hoa, dấu câu; hoặc tên ấy là của tiêu chuẩn khác, của cấp học khác (có lỗi riêng).
    """

    code = "S04"

    def run(self, subject: Subject) -> Iterator[Finding]:
        framework = subject.framework
        seen: set[str] = set()
        for band in subject.wording.standards if framework else ():
            title = bare_title(band.title)
            standard = framework.standard(band.number) if framework and band.number else None
            if framework is None or standard is None or not title or title in seen:
                continue
            seen.add(title)
            if same_title(title, standard.title) or misspelt(title, standard.title) or _is_foreign(title, framework):
                continue
            how = "ghi thiếu" if is_shortened(title, standard.title) else "ghi khác thông tư"
            below = [item.criterion for item in subject.plan.items[band.first_item : band.first_item + band.items]]
            yield self.found(
                f"Tên tiêu chuẩn {standard.number} {how}: “{title}”; {framework.document.name}: “{standard.title}”.",
                f"Ghi đủ: “Tiêu chuẩn {standard.number}: {standard.title}”"
                + (f" (bên dưới có tiêu chí {', '.join(dict.fromkeys(filter(None, below)))})." if below else "."),
                Place("items", quote=band.title),
                position=band.position,
            )


def _is_foreign(title: str, framework: Framework) -> bool:
    """Whether the title is that of another standard or another level, which other checks say."""
    if any(same_title(title, other.title) for other in framework.standards):
        return True
    shortened = any(is_shortened(title, own.title) for own in framework.standards)
    return not shortened and standard_elsewhere(title, framework) is not None
