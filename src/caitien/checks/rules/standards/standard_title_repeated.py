"""S02: a standard bears the title of another standard."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.titles import bare_title, is_shortened, same_title
from caitien.findings import Finding, Place
from caitien.plan.wording import WrittenStandard


class StandardTitleRepeated(Check):
    """Tên tiêu chuẩn chép lại tên của tiêu chuẩn khác.

    Vì sao: tên và nội dung không khớp; người đọc không biết việc ở dưới thuộc tiêu chuẩn nào.
    Căn cứ: tên các tiêu chuẩn trong thông tư mà kế hoạch dựa vào.
    Không dùng khi: bảng chia một tiêu chuẩn làm hai phần liền nhau (trang sau lặp lại tiêu đề).
    """

    code = "S02"

    def run(self, subject: Subject) -> Iterator[Finding]:
        before: list[WrittenStandard] = []
        for band in subject.wording.standards:
            title, number = bare_title(band.title), _meant(subject, band)
            twin = next((old for old in before if title and same_title(bare_title(old.title), title)), None)
            before.append(band)
            other = _owner(subject, title, number)
            if twin and _meant(subject, twin) == number:
                continue
            if twin or other:
                owner = twin.number if twin else other
                yield self.found(
                    f"Tiêu chuẩn {number} mang tên của tiêu chuẩn {owner}: “{title}”.",
                    _right(subject, number),
                    Place("items", quote=band.title),
                    position=band.position,
                )


def _meant(subject: Subject, band: WrittenStandard) -> int | None:
    """The number that the criteria below a band tell, else the row number, else the number written."""
    below = subject.plan.items[band.first_item : band.first_item + band.items]
    for item in below:
        if item.criterion:
            return int(item.criterion.split(".")[0])
    row_number = band.row_number or ""
    return int(row_number) if row_number.isdigit() and _counts(subject) else band.number


def _counts(subject: Subject) -> bool:
    bands = subject.wording.standards
    return sum(band.row_number == str(band.number) for band in bands) * 2 > len(bands)


def _owner(subject: Subject, title: str, number: int | None) -> int | None:
    """The other standard of the circular whose title this is."""
    for standard in subject.framework.standards if subject.framework and title else ():
        near = same_title(title, standard.title) or (len(title) > 20 and is_shortened(title, standard.title))
        if near:
            return None if standard.number == number else standard.number
    return None


def _right(subject: Subject, number: int | None) -> str:
    standard = subject.framework.standard(number) if subject.framework and number else None
    return (
        f"Ghi: “Tiêu chuẩn {standard.number}: {standard.title}”." if standard else "Ghi lại đúng số và tên tiêu chuẩn."
    )
