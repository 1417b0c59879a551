"""I03: whoever acts in the solution is not among the owners, or an owner's post is still to be filled."""

import re
from collections.abc import Iterator

from caitien.checks.check import Check, Subject, item_name, shortened
from caitien.checks.passages import items_stopped_by
from caitien.checks.school_parties import acting_party, is_head, is_management, is_outside, stands_for
from caitien.checks.sieves import Sieve
from caitien.checks.work_words import clauses_of
from caitien.findings import Finding, Severity
from caitien.plan import Item
from caitien.vietnamese.roles import match_role

_POST = re.compile(
    r"(?:bổ nhiệm|biên chế|tuyển(?: dụng)?|bố trí)\s+(?:thêm |đủ |đúng )?(?:biên chế\s+)?(?:chức danh|vị trí việc làm"
    r"|vị trí)?\s*(?=\w)",
    re.IGNORECASE,
)
_SINGLE = frozenset(("Phó hiệu trưởng", "Tổng phụ trách Đội", "Kế toán", "Văn thư", "Nhân viên y tế"))


class ActingPartyNotOwner(Check):
    """Giải pháp viết “ai đó làm”, nhưng người ấy không có trong ô chủ trì, phối hợp; hoặc người chủ trì là vị trí còn
    đang xin bổ nhiệm, bố trí.

    Vì sao: hai cột nói hai người khác nhau thì không rõ ai chịu trách nhiệm.
    Căn cứ: thông lệ; mỗi việc một đầu mối chịu trách nhiệm.
    Không dùng khi: người nêu trong giải pháp chỉ là một người thuộc bộ phận đã ghi ở ô chủ trì.
    """

    code = "I03"

    def run(self, subject: Subject) -> Iterator[Finding]:
        for index, item in subject.items:
            if acting := _uncovered(item):
                words = shortened(acting[1], 70)
                message = (
                    f"{item_name(index, item)}: giải pháp viết “{words}” nhưng {acting[0]} không có trong ô chủ trì"
                    f" (“{shortened(item.owner_text or '', 60)}”)."
                )
                hint = f"Ghi {acting[0]} vào ô chủ trì hoặc phối hợp, hoặc viết lại giải pháp theo người chủ trì."
                yield self.found_at(subject, index, "solution", message, hint, quote=words)
        yield from self._posts_to_fill(subject)

    def _posts_to_fill(self, subject: Subject) -> Iterator[Finding]:
        for asking, item in items_stopped_by(_POSTS, subject, ("solution", "target_result")):
            role = _post_asked_for(item)
            owned = [i for i, other in subject.items if role in other.owners and i != asking] if role else []
            if owned:
                first = subject.plan.items[owned[0]]
                more = f" và {len(owned) - 1} mục khác" if len(owned) > 1 else ""
                message = (
                    f"{item_name(owned[0], first)}: {role} chủ trì mục này{more},"
                    f" trong khi mục {asking + 1} còn đang xin bố trí vị trí này."
                )
                hint = "Nếu vị trí còn trống, ghi người tạm phụ trách cho đến khi được bố trí."
                yield self.found_at(subject, owned[0], "owner_text", message, hint, quote=role, severity=Severity.HINT)


def _uncovered(item: Item) -> tuple[str, str] | None:
    """The first acting party that none of the item's parties covers, with the sentence it acts in."""
    parties = (*item.owners, *item.supporting, *item.support_parties)
    if not item.owners:
        return None
    for clause in clauses_of(item.solution):
        acting = acting_party(clause)
        if acting and not _covered(acting, parties, item):
            return acting, clause
    return None


def _covered(acting: str, parties: tuple[str, ...], item: Item) -> bool:
    if acting == "Nhà trường":  # the school acts by its staff: only an outside lead without a head contradicts it
        return not is_outside(item.owners[0]) or any(is_head(owner) or is_management(owner) for owner in item.owners)
    if is_outside(acting) or acting.casefold() in (item.owner_text or "").casefold():
        return True
    return any(stands_for(party, acting) for party in parties)


def _post_asked_for(item: Item) -> str | None:
    return next((post for text in (item.solution, item.target_result) if text and (post := _post_in(text))), None)


def _post_in(text: str) -> str | None:
    for asked in _POST.finditer(text):
        role = match_role(text[asked.end() :])
        if role and role[0] in _SINGLE:
            return role[0]
    return None


_POSTS = Sieve.of_texts(_post_in, within=Sieve(re.compile(r"(?:bổ|biên|bố)$|tuyển", re.IGNORECASE).search))
