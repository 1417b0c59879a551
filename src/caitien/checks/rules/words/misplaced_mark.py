"""W03: a mark stands on the wrong letter, or letters and marks are stored apart."""

import re
import unicodedata
from collections.abc import Iterator

from caitien.checks.as_typed import found_raw
from caitien.checks.check import Check, Subject
from caitien.checks.letters import WORD, repaired
from caitien.checks.passages import around
from caitien.findings import Finding, Place

_MOST_WORDS = 6
HINT = "Gõ lại từ bằng bộ gõ Unicode dựng sẵn (không ghép dấu rời), bảng mã TCVN 6909:2001."


class MisplacedMark(Check):
    """Dấu thanh nằm sai chữ cái (“thư viêṇ”), hoặc cả văn bản lưu chữ và dấu rời nhau.

    Vì sao: chữ như vậy tìm không ra, in ra lệch dấu và máy đọc sai; phần mềm đã tự sửa khi đọc
    nhưng tệp gốc vẫn còn lỗi.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I: văn bản dùng bộ mã ký tự Unicode theo TCVN 6909:2001.
    Không dùng khi: tệp chỉ là bản chữ lấy ra từ PDF, còn bản gốc gõ đúng.
    """

    code = "W03"

    def run(self, subject: Subject) -> Iterator[Finding]:
        raw = subject.wording.raw
        if not unicodedata.is_normalized("NFC", raw):
            apart = sum(1 for letter in raw if unicodedata.combining(letter))
            if apart > 50:
                message = f"Văn bản lưu chữ và dấu rời nhau ({apart} dấu), không phải Unicode dựng sẵn."
                yield self.found(message, HINT, Place("text"))
                return
        for word in _misplaced(raw)[:_MOST_WORDS]:
            match = re.search(rf"(?<!\w){word}(?!\w)", raw)
            if match:
                quote = around(raw, match.start(), match.end(), 1)
                message = f"“{quote}”: dấu của “{repaired(word)}” đặt sai chữ."
                yield found_raw(self, subject, match.start(), message, HINT, quote)


def _misplaced(raw: str) -> list[str]:
    return sorted((word for word in set(WORD.findall(raw)) if repaired(word)), key=raw.find)
