"""S10: every criterion passed at every level, and still rows are planned."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.level_counts import counted_levels
from caitien.findings import Finding, Place, Severity
from caitien.vietnamese.fold import fold

_KEEPS = ("duy tri", "giu vung", "nang muc", "nang cao", "phat huy", "cung co")


class AllPassedYetRows(Check):
    """Kết quả năm trước ghi mọi tiêu chí đều đạt ở mọi mức, nhưng bảng vẫn có việc mà không nói rõ là duy trì hay
    khắc phục điểm yếu nào.

    Vì sao: kết quả và kế hoạch mâu thuẫn; người duyệt hỏi vì sao cần làm.
    Căn cứ: thông lệ; mẫu bảng đòi “kết quả cần đạt (so với hiện trạng)”.
    Không dùng khi: nhà trường đạt nhưng chưa vững chắc và đã nêu điều đó trong phần kết quả.
    """

    code = "S10"

    def run(self, subject: Subject) -> Iterator[Finding]:
        results = subject.plan.prior_results
        levels = counted_levels(results)
        if len(levels) < 2 or any(level["met"] != level["total"] for level in levels.values()):
            return
        rows = [
            (i, item) for i, item in subject.items if not _keeps(item.target_result, item.weakness, item.improvement)
        ]
        if subject.plan.weak_criteria or not rows:
            return
        said = ", ".join(f"mức {number}: {level['met']}/{level['total']}" for number, level in levels.items())
        names = ", ".join(dict.fromkeys(item.criterion or item_name(index, item).lower() for index, item in rows))
        has_weakness = all(item.weakness for _, item in rows)
        yield self.found(
            f"Kết quả ghi mọi tiêu chí đều đạt ({said}), nhưng bảng vẫn có việc ở tiêu chí {names}"
            + (" với điểm yếu riêng." if has_weakness else " mà không nêu điểm yếu."),
            "Nói rõ là duy trì, nâng cao, hay nêu điểm yếu còn lại và đối chiếu lại kết quả tự đánh giá.",
            Place("items", rows[0][0], rows[0][1].criterion) if len(rows) == 1 else Place("items"),
            severity=Severity.HINT if has_weakness else None,
        )


def _keeps(*texts: str | None) -> bool:
    plain = fold(" ".join(text for text in texts if text))
    return any(word in plain for word in _KEEPS)
