"""L10: slips of capitals, blanks and stops in citations."""

import re
from collections.abc import Iterator

from caitien.checks.bases import is_basis_line, part_of
from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place
from caitien.plan.wording import WrittenLine

_BODY = re.compile(r"\b(?:Bộ|Sở|Phòng) [Gg]iáo [Dd]ục(?: và [Đđ]ào [Tt]ạo)?")
_KIND = re.compile(r"\b(?:thông tư|nghị định|nghị quyết|quyết định|công văn|hướng dẫn|chỉ thị)(?= số \d)")
_SCHOOL = re.compile(r"(?<=đối với )trường (?:Mầm non|Tiểu học|Trung học)\b")
_NO_BLANK = re.compile(r"\b(?=(?:(?:19|20)\d\d[^\W\d_]{2}|số\d|Số\d|ngày\d))(\d+|[^\W\d_]+)([^\W\d_]+|\d+)")
_STRAY = re.compile(r"\d[\w/]*/\s?[A-ZĐ&]{2,}(?:-\s+|\s+-\s*)[A-ZĐ]{2,}|\d/ +(?:20\d\d|[A-ZĐ]{2})")
_NUMBER = re.compile(r"\d\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐ]{2}")


class CitationSlip(Check):
    """Viết sai chữ hoa, thiếu hoặc thừa khoảng trắng, dấu cuối câu không thống nhất trong phần viện dẫn.

    Vì sao: lỗi nhỏ nhưng thấy ngay; tên cơ quan và tên loại văn bản cụ thể phải viết hoa đúng.
    Căn cứ: Nghị định 30/2020/NĐ-CP, phụ lục về viết hoa; thể thức căn cứ: mỗi căn cứ một dòng, cuối dòng dấu chấm phẩy,
    dòng cuối dấu chấm.
    Không dùng khi: văn bản được chép nguyên văn từ bản gốc.
    """

    code = "L10"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for line in subject.wording.lines:
            slips = _slips(line.text)
            # The head's own number and names are another check's.
            if slips and (line.part != "header" or is_basis_line(line)):
                named = ", ".join(f"“{written}” (đúng: “{right}”)" for written, right in slips.items())
                yield self._found(line, f"Viện dẫn viết chưa đúng: {named}.", "Sửa lại cho đúng.", next(iter(slips)))
        yield from self._stops([line for line in subject.wording.lines if is_basis_line(line)])

    def _stops(self, lines: list[WrittenLine]) -> Iterator[Finding]:
        """Clauses of one list that end in different marks; the last clause ends as it must."""
        listed = [line for line in lines if _NUMBER.search(line.text)]
        ends = {line.text.rstrip()[-1:]: line for line in reversed(listed[:-1])}
        marks = [mark for mark in ends if mark in ";.,:"]
        if len(marks) > 1:
            line = ends[next((mark for mark in marks if mark != ";"), marks[0])]
            shown = " ".join(f"“{mark}”" for mark in sorted(marks))
            hint = "Cuối mỗi căn cứ dùng dấu chấm phẩy, căn cứ cuối cùng dùng dấu chấm."
            quote = " ".join(line.text.split()[-6:])
            yield self._found(line, f"Các căn cứ kết thúc bằng dấu khác nhau ({shown}).", hint, quote)

    def _found(self, line: WrittenLine, message: str, hint: str, quote: str) -> Finding:
        return self.found(message, hint, Place(part_of(line), quote=quote), position=line.position)


def _slips(text: str) -> dict[str, str]:
    """Each slip of a line as written, with the right spelling."""
    found = {match[0]: _title_case(match[0]) for match in _BODY.finditer(text)}
    if _NUMBER.search(text):
        found |= {f"{match[0]} số": f"{match[0].capitalize()} số" for match in _KIND.finditer(text)}
        found |= {match[0]: match[0].lower() for match in _SCHOOL.finditer(text)}
        found |= {match[0]: f"{match[1]} {match[2]}" for match in _NO_BLANK.finditer(text)}
        found |= {match[0]: re.sub(r"\s", "", match[0]) for match in _STRAY.finditer(text)}
    return {written: right for written, right in found.items() if written != right}


def _title_case(body: str) -> str:
    """ "Bộ giáo dục và đào tạo" → "Bộ Giáo dục và Đào tạo"."""
    return f"{body.split()[0]} Giáo dục" + (" và Đào tạo" if " và " in body else "")
