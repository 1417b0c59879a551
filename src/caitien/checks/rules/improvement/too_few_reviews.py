"""T01: fewer than two reviews in the year, or none at the end of semester I or of the year."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject
from caitien.checks.statements import statements
from caitien.checks.yearly_plan import NOT_VERIFIED, demands, is_yearly
from caitien.findings import Finding, Place
from caitien.vietnamese.fold import fold

_MID_YEAR = re.compile(r"\b(?:hoc (?:ky|ki)|hk|ky|ki) ?(?:i|1|mot)\b|giua nam|so ket|thang (?:12|0?1)\b")
_YEAR_END = re.compile(
    r"cuoi nam|tong ket|ket thuc nam hoc|\b(?:hoc (?:ky|ki)|hk|ky|ki) ?(?:ii|2|hai)\b|thang 0?[56]\b"
)


class TooFewReviews(Check):
    """Trong năm học có dưới hai lần rà soát, hoặc thiếu lần cuối học kỳ I, thiếu lần cuối năm học.

    Vì sao: rà soát giữa năm là lúc còn điều chỉnh được; rà soát cuối năm là căn cứ của kế hoạch năm sau.
    Căn cứ: Điều 10 Thông tư 57/2026/TT-BGDĐT (ít nhất hai lần mỗi năm; theo nguồn thứ cấp, cần đối chiếu).
    Không dùng khi: lịch rà soát được ban hành ở một văn bản riêng và kế hoạch có dẫn văn bản đó.
    """

    code = "T01"

    def run(self, subject: Subject) -> Iterator[Finding]:
        if not is_yearly(subject):
            return
        reviews = subject.plan.reviews
        told = [f"{review.when or ''} {review.content or ''}" for review in reviews]
        told += [line.text for line in statements(subject, "reviews", "mechanism", "organisation")]
        text = fold(" ; ".join(told))
        missing = [
            name
            for name, pattern in (("cuối học kỳ I", _MID_YEAR), ("cuối năm học", _YEAR_END))
            if not pattern.search(text)
        ]
        hint = f"Lập lịch rà soát cuối học kỳ I và cuối năm học (Điều 10 Thông tư 57/2026/TT-BGDĐT, {NOT_VERIFIED})."
        if missing:
            yield self.found(f"Kế hoạch không có lần rà soát {' và '.join(missing)}.", hint, Place("organisation"))
        elif reviews and len(reviews) < demands()["reviews_a_year"] and _in_one(reviews[0].when):
            quote = reviews[0].when
            yield self.found(
                "Phần theo dõi, đánh giá chỉ có một lần rà soát.", hint, Place("organisation", quote=quote)
            )


def _in_one(when: str | None) -> bool:
    """Whether the only row speaks of one of the two times; a row for both is two reviews."""
    plain = fold(when or "")
    return not (_MID_YEAR.search(plain) and _YEAR_END.search(plain))
