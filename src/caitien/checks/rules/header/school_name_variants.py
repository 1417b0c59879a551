"""H06: the school's name is spelt in different ways."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.passages import stopped_by
from caitien.checks.school_names import proper_name, spellings
from caitien.checks.sieves import Sieve
from caitien.findings import Finding, Place

# One of these begins or ends every kind of school.
_KINDS = Sieve(re.compile(r"(?<!\w)(?:tiểu|mầm|mẫu|trung|thcs|thpt|th|mn)(?!\w)", re.IGNORECASE).search)


class SchoolNameVariants(Check):
    """Tên riêng của trường viết khác nhau trong cùng văn bản, kể cả chỉ khác một dấu thanh.

    Vì sao: tên trường sai là sai tư cách pháp nhân của đơn vị ban hành; thường do gõ nhầm ở phần đầu văn bản.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I (tên cơ quan ban hành ghi đúng theo văn bản thành lập).
    Không dùng khi: văn bản nhắc tới hai trường khác nhau có tên gần giống nhau.
    """

    code = "H06"

    def run(self, subject: Subject) -> Iterator[Finding]:
        school = subject.plan.school
        name = proper_name(school.name or "")
        if not name:
            return
        likely = stopped_by(_KINDS, subject)
        texts = [*school.name_as_written, *(passage.text for passage in likely)]
        found = spellings(name, texts)
        if len(found) < 2:
            return
        others = list(found)
        quote = next(iter(school.name_as_written), None) or others[0]
        yield self.found(
            f"Tên trường viết không giống nhau: {' / '.join(f'“{other}”' for other in others)}.",
            "Đối chiếu với quyết định thành lập trường và sửa cho thống nhất ở mọi chỗ.",
            Place("header", field="name", quote=quote),
            position=subject.positions.get("school.name"),
        )
