"""S08: the criteria named as weak, aimed at and treated in the table are not the same."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place, Severity


class CriteriaListsDisagree(Check):
    """Các danh sách tiêu chí trong kế hoạch không khớp nhau: phần còn yếu, phần chỉ tiêu, bảng kế hoạch.

    Vì sao: nêu yếu một danh sách, đặt chỉ tiêu cho danh sách khác, làm theo danh sách thứ ba thì không đánh giá được.
    Căn cứ: mẫu kế hoạch theo hướng dẫn tự đánh giá (điểm yếu → chỉ tiêu → việc làm); Điều 10 Thông tư 57/2026/TT-BGDĐT.
    Không dùng khi: nhà trường chọn ưu tiên một số tiêu chí và nói rõ lý do.
    """

    code = "S08"

    def run(self, subject: Subject) -> Iterator[Finding]:
        weak, targets = subject.plan.weak_criteria, subject.plan.target_criteria
        treated = tuple(dict.fromkeys(item.criterion for item in subject.plan.items if item.criterion))
        if not treated:
            return
        if targets:
            untreated = [code for code in targets if code not in treated]
            unaimed = [code for code in treated if code not in targets]
            if untreated or unaimed:
                yield self._targets(weak, untreated, unaimed)
        elif weak and (others := [code for code in treated if code not in weak]):
            yield self.found(
                f"Bảng kế hoạch có tiêu chí {_named(others)} nhưng phần kết quả không nêu là còn yếu.",
                "Nêu điểm yếu của các tiêu chí này, hoặc ghi rõ là duy trì, nâng cao.",
                Place("items", quote=_named(others)),
                severity=Severity.WARNING,
            )

    def _targets(self, weak: tuple[str, ...], untreated: list[str], unaimed: list[str]) -> Finding:
        left_out = [code for code in weak if code in unaimed]
        parts = [
            f"chỉ tiêu có tiêu chí {_named(untreated)} mà bảng không có" if untreated else "",
            f"bảng có tiêu chí {_named(unaimed)} mà chỉ tiêu không có" if unaimed else "",
            f"phần còn yếu có nêu {_named(left_out)}" if left_out else "",
        ]
        return self.found(
            f"Danh sách tiêu chí không khớp: {'; '.join(part for part in parts if part)}.",
            "Thống nhất danh sách tiêu chí ở phần còn yếu, phần chỉ tiêu và bảng kế hoạch.",
            Place("targets", criterion=(untreated or unaimed)[0]),
        )


def _named(codes: list[str]) -> str:
    return ", ".join(codes)
