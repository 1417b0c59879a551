"""S09: a standard has neither rows nor the remark "Không có"."""

from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.findings import Finding, Place, Severity


class StandardWithoutRows(Check):
    """Bảng kế hoạch bỏ trống một tiêu chuẩn: không có dòng nào, cũng không ghi “Không có”.

    Vì sao: không biết là tiêu chuẩn ấy không có điểm yếu hay bị bỏ sót. Ghi “Không có” là cách ghi đúng, nhưng cần có
    kết quả tự đánh giá để đối chiếu.
    Căn cứ: mẫu bảng theo hướng dẫn tự đánh giá 5932/BGDĐT-QLCL, 5942/BGDĐT-QLCL như các trường vẫn dùng (thông lệ).
    Không dùng khi: kế hoạch đã nêu danh sách tiêu chí còn yếu; kế hoạch theo Thông tư 57/2026 chọn vấn đề trọng tâm.
    """

    code = "S09"

    def run(self, subject: Subject) -> Iterator[Finding]:
        plan, bands = subject.plan, subject.wording.standards
        if subject.framework is None or plan.weak_criteria or plan.problems or not bands:
            return
        treated = {item.standard for item in plan.items}
        silent = [band.number for band in bands if band.says_nothing]
        missing = [one.number for one in subject.framework.standards if one.number not in treated | set(silent)]
        # A band that bears a wrong number still speaks for some standard.
        spoken = sum(band.says_nothing or band.items > 0 for band in bands)
        if missing and spoken < len(subject.framework.standards):
            yield self.found(
                f"Tiêu chuẩn {_named(missing)} không có dòng nào trong bảng, cũng không ghi “Không có”.",
                "Thêm dòng cho tiêu chuẩn, hoặc ghi “Không có” nếu tự đánh giá không thấy điểm yếu.",
                Place("items", quote=bands[0].title),
                position=bands[0].position,
            )
        told = plan.prior_results is not None and (plan.prior_results.levels or plan.prior_results.text)
        if silent and not told:
            yield self.found(
                f"Tiêu chuẩn {_named(silent)} ghi “Không có”, nhưng không nêu kết quả tự đánh giá để đối chiếu.",
                "Nêu kết quả tự đánh giá năm trước để thấy các tiêu chuẩn này không có điểm yếu.",
                Place("items", quote="Không có"),
                position=next(band.position for band in bands if band.says_nothing),
                severity=Severity.HINT,
            )


def _named(numbers: list[int | None] | list[int]) -> str:
    return ", ".join(str(number) for number in numbers if number)
