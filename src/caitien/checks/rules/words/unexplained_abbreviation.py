"""W05: an abbreviation that not every reader knows is nowhere explained."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.passages import Passage, found_on, stopped_by, whole
from caitien.checks.sieves import Sieve
from caitien.findings import Finding

_LETTERS = "A-ZĐĂÂÊÔƠƯ"
_SHORT = re.compile(rf"(?<![\w/.&’'-])[{_LETTERS}]{{2,7}}(?:[-&][{_LETTERS}]{{2,5}})?(?![\w/&’'-]|\.\w|\s*:\s*\d|\s\d)")
_NUMBERED = re.compile(r"^Số\s*:", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+")
# What documents of schools and offices use everywhere without explanation.
_COMMON = (
    "UBND HĐND BGDĐT SGDĐT PGDĐT GDĐT GD&ĐT GD-ĐT GDDT THCS THPT TH MN MG GDTX GDNN PTDTBT PTDTNT TP HCM VT TT QĐ KH"
    " NĐ NQ CV BC HD QLCL TNTP CB GV NV HS CBQL HT PHT CMHS CNTT SGK CSVC TĐG GDPT CTGDPT PCCC ATGT AN TW TNCS STEM"
    " PPT ICT VNEDU SMAS TC TTLT VBHN XHH CT GD ĐT TM KT TL ĐTB HSG VSATTP YTTH OK QR PDF USB LAN WIFI AI TV MC"
    " KHTN KHXH TDTT CN UNESCO UNICEF ODA GDMN GDTH GDTrH HĐTĐG HĐTN BHYT BHXH BHTN XDCB LĐLĐ CLB TPT GVCN"
    " HK HKI HKII KĐCL KĐCLGD BGH HĐT BĐDCMHS BĐD TTCM TPCM"
)
_KNOWN = frozenset(_COMMON.split())


class UnexplainedAbbreviation(Check):
    """Chữ viết tắt ít dùng (“CBGVNV”, “ĐGN”) không được giải thích ở chỗ nào trong văn bản.

    Vì sao: người ngoài trường (cha mẹ học sinh, cơ quan quản lý) có thể không hiểu.
    Căn cứ: thông lệ soạn thảo: lần đầu viết đầy đủ, chữ viết tắt đặt trong ngoặc ngay sau.
    Không dùng khi: trường có bảng chữ viết tắt kèm theo. Những chữ tắt phổ biến trong ngành (UBND,
    GDĐT, THCS, GV, HS …) được bỏ qua.
    """

    code = "W05"

    def run(self, subject: Subject) -> Iterator[Finding]:
        first: dict[str, Passage] = {}
        for passage in stopped_by(_RARE, subject):
            for short in _rare_in(passage.text):
                first.setdefault(short, passage)
        own = subject.plan.school.abbreviation or ""
        unknown = {short: passage for short, passage in first.items() if short not in own}
        rare = [(short, passage) for short, passage in unknown.items() if not _is_explained(short, whole(subject))]
        if rare:
            names = ", ".join(f"“{short}”" for short, _ in rare[:8])
            yield found_on(
                self,
                subject,
                rare[0][1],
                f"Chữ viết tắt chưa được giải thích: {names}.",
                "Viết đầy đủ ở lần dùng đầu, kèm chữ viết tắt trong ngoặc.",
                rare[0][0],
            )


def _rare_in(text: str) -> tuple[str, ...]:
    """The abbreviations of a text that are not generally known; a line in capitals has none."""
    if text.isupper() or _NUMBERED.search(text):
        return ()
    return tuple(match[0] for match in _SHORT.finditer(text) if not _is_known(match[0]))


def _is_known(short: str) -> bool:
    parts = re.split("[-&]", short)
    return short in _KNOWN or all(part in _KNOWN or _ROMAN.fullmatch(part) or _is_word(part) for part in parts)


def _is_word(short: str) -> bool:
    """Whether the capitals are a Vietnamese word set in capitals inside a sentence ("KẾ HOẠCH", "KHÔNG")."""
    from caitien.vietnamese.syllables import is_syllable

    return is_syllable(short)


def _is_explained(short: str, whole: str) -> bool:
    written = re.escape(short)
    behind = rf"{written}(?:(?<=\({written})\)|(?<!\w{written})\s*(?::|=|là viết tắt))"
    before = rf"viết tắt(?: là)?:?\s*[“\"]?{written}"
    return bool(re.search(behind, whole) or ("viết tắt" in whole and re.search(before, whole)))


_RARE = Sieve(lambda piece: any(not _is_known(short) for short in _SHORT.findall(piece)))
