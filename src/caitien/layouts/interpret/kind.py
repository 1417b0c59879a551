"""Is this an improvement plan at all? If not: which kind of document it seems to be."""

import re
from collections.abc import Iterable

from caitien.vietnamese.fold import fold

_IMPROVEMENT = re.compile(r"cai tien (chat luong|sau|trong)|ke hoach cai tien|cai tien, nang cao chat luong")
# Other kinds of documents that schools keep beside the plan, by the words of their title.
_OTHERS = (
    ("bao cao tu danh gia", "Báo cáo tự đánh giá"),
    ("bao cao danh gia ngoai", "Báo cáo đánh giá ngoài"),
    (r"ke hoach (ve viec )?tu danh gia", "Kế hoạch tự đánh giá"),
    (r"ke hoach (dam bao|bao dam) chat luong", "Kế hoạch đảm bảo chất lượng"),
    (r"ke hoach (cong tac )?kiem dinh chat luong", "Kế hoạch kiểm định chất lượng giáo dục"),
    (r"ke hoach .{0,40}(truong )?dat chuan", "Kế hoạch xây dựng trường đạt chuẩn quốc gia"),
    (r"ke hoach (thuc hien nhiem vu )?nam hoc", "Kế hoạch năm học"),
    (r"ke hoach giao duc", "Kế hoạch giáo dục nhà trường"),
    (r"ke hoach (phat trien|chien luoc)", "Kế hoạch phát triển nhà trường"),
    (r"ke hoach bai day", "Kế hoạch bài dạy"),
    (r"phieu danh gia tieu chi", "Phiếu đánh giá tiêu chí"),
    (r"danh muc (ma )?minh chung", "Danh mục minh chứng"),
    (r"quyet dinh (ve|v/v|thanh lap|ban hanh|kien toan)", "Quyết định"),
    (r"bien ban (hop|hoi nghi|kiem tra|lam viec)", "Biên bản"),
    (r"bao cao (so ket|tong ket|ket qua|cong tac)", "Báo cáo"),
    (r"to trinh", "Tờ trình"),
    (r"ke hoach", "một kế hoạch khác"),
)


def is_improvement_plan(texts: Iterable[str]) -> bool:
    """Whether the head of the document (its first texts) names it an improvement plan."""
    return bool(_IMPROVEMENT.search(_head(texts)))


def other_kind(texts: Iterable[str]) -> str | None:
    """The Vietnamese name of the kind of document that the head names; None where it names none."""
    head = _head(texts)
    places = [(match.start(), i) for i, (words, _) in enumerate(_OTHERS) if (match := re.search(words, head))]
    return _OTHERS[min(places)[1]][1] if places else None


def _head(texts: Iterable[str]) -> str:
    """The folded words of the head: the texts up to the first long paragraph, at most about a page."""
    words: list[str] = []
    for text in texts:
        plain = fold(text)
        if sum(map(len, words)) > 900:
            break
        if re.match(r"(can cu|thuc hien|i\.|1\.)\s", plain) or len(plain) > 400:
            break
        if plain:
            words.append(plain)
    return re.sub(r"\s+", " ", " ".join(words))
