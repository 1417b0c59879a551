"""Long names of schools and bodies in the head of a document, broken by their sense as a clerk breaks them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, combinations, pairwise

# Two words that belong together: "TRƯỜNG TRUNG HỌC CƠ SỞ" over "ĐỒI SIM", never "… CƠ" over "SỞ …".
_BOUND = frozenset(
    (
        *("ủy ban", "nhân dân", "giáo dục", "đào tạo", "trung tâm", "mầm non", "mẫu giáo", "tiểu học", "trung học"),
        *("cơ sở", "phổ thông", "dân tộc", "bán trú", "nội trú", "thường xuyên", "nghề nghiệp"),
        *("trường mầm", "trường mẫu", "trường tiểu", "trường trung", "trường phổ", "liên cấp"),
    )
)
_RATHER = frozenset(("học cơ", "học phổ"))  # apart only where it saves a line
_LEADS_ON = frozenset(("và", "số", "-"))  # never the last word of a line
_MANY = 24  # words; a longer text is no name
_TORN, _LINE = 4.0, 1.5  # what words torn apart and a further line cost, beside a line that is empty: 1


def broken(text: str, width_of: Callable[[str], float], room: float) -> str:
    """The name in few lines that fit into `room`, parted by "\\n", no two bound words apart and the lines alike long.

    A name that fits into one line, has lines already or is none stays as it is.
    """
    words = text.split()
    if "\n" in text or width_of(text) <= room or len(words) > _MANY:
        return text
    ends = [0.0, *accumulate(width_of(f"{word} ") for word in words)]
    torn = [_torn(above, below) for above, below in pairwise(words)]
    best = min(_choices(ends, torn, room), default=None)
    if best is None:
        return text
    return "\n".join(" ".join(words[start:end]) for start, end in pairwise((0, *best[1], len(words))))


def _choices(ends: Sequence[float], torn: Sequence[float], room: float) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Every way to break the words into two to four lines that fit, as its cost and the places of its breaks."""
    count = len(ends) - 1
    for breaks in (at for parts in (1, 2, 3) for at in combinations(range(1, count), parts)):
        widths = [ends[end] - ends[start] for start, end in pairwise((0, *breaks, count))]
        if max(widths) <= room:
            spare = sum((1 - width / room) ** 2 for width in widths)
            yield spare + _LINE * len(widths) + sum(torn[at - 1] for at in breaks), breaks


def _torn(above: str, below: str) -> float:
    above, below = above.lower(), below.lower()
    if f"{above} {below}" in _RATHER:
        return _LINE - 0.5
    return _TORN if f"{above} {below}" in _BOUND or above in _LEADS_ON else 0.0
