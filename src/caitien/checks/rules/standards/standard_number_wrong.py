"""S01: standards out of order or repeated, or their number disagrees with the row number or the criteria below."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.titles import same_title
from caitien.findings import Finding, Place
from caitien.plan.wording import WrittenStandard


class StandardNumberWrong(Check):
    """Số của tiêu chuẩn bị lặp, không theo thứ tự, hoặc không khớp với cột TT, với các tiêu chí ở dưới.

    Vì sao: đọc bảng không biết việc thuộc tiêu chuẩn nào; thường là chép dòng trên mà quên sửa số.
    Căn cứ: cấu trúc tiêu chuẩn, tiêu chí của thông tư mà kế hoạch dựa vào; mẫu bảng theo hướng dẫn tự đánh giá.
    Không dùng khi: cột TT đánh số dòng chứ không đánh số tiêu chuẩn (phần mềm chỉ so khi các dòng khác đều khớp).
    """

    code = "S01"

    def run(self, subject: Subject) -> Iterator[Finding]:
        bands = subject.wording.standards
        counts_standards = sum(band.row_number == str(band.number) for band in bands) * 2 > len(bands)
        highest = 0
        for previous, band in zip([None, *bands], bands, strict=False):
            number = band.number or 0
            if previous and _continues(subject, previous, band):
                continue
            faults = list(_faults(subject, band, highest, compare_row=counts_standards))
            highest = max(highest, number)
            if number and faults:
                yield self.found(
                    f"“{band.title}”: {'; '.join(faults)}.",
                    "Sửa số và tên tiêu chuẩn cho khớp với các tiêu chí ở dưới.",
                    Place("items", quote=band.title),
                    position=band.position,
                )
        yield from self._items(subject)

    def _items(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            if item.standard and item.criterion and item.criterion.split(".")[0] != str(item.standard):
                message = f"{item_name(index, item)} ghi ở tiêu chuẩn {item.standard}."
                yield self.found_at(
                    subject, index, "standard", message, "Sửa số tiêu chuẩn hoặc mã tiêu chí.", quote=str(item.standard)
                )


def _faults(subject: Subject, band: WrittenStandard, highest: int, *, compare_row: bool) -> Iterator[str]:
    number = band.number or 0
    if number == highest:
        yield f"tiêu chuẩn {number} bị lặp lại"
    elif number < highest:
        yield f"tiêu chuẩn {number} đứng sau tiêu chuẩn {highest}"
    if compare_row and (band.row_number or "").isdigit() and band.row_number != str(number):
        yield f"cột TT ghi {band.row_number}"
    strangers = _strangers(subject, band)
    if strangers:
        yield f"ở dưới là tiêu chí {', '.join(strangers)}"


def _strangers(subject: Subject, band: WrittenStandard) -> list[str]:
    """The criteria below a standard that belong to another."""
    below = subject.plan.items[band.first_item : band.first_item + band.items]
    codes = dict.fromkeys(item.criterion for item in below if item.criterion)
    return [code for code in codes if code.split(".")[0] != str(band.number)]


def _continues(subject: Subject, previous: WrittenStandard, band: WrittenStandard) -> bool:
    """Whether a standard only goes on below its title repeated, as on the next page."""
    same = (previous.number, previous.row_number) == (band.number, band.row_number)
    return same and same_title(previous.title, band.title) and not _strangers(subject, band)
