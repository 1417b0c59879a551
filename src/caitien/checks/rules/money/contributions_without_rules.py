"""B08: money of people or donors is planned without reference to the rules on contributions."""

import re
from collections.abc import Iterator
from operator import attrgetter

from caitien.checks.check import Check, Subject, item_name
from caitien.checks.passages import items_stopped_by
from caitien.checks.remembered import remembered
from caitien.checks.sieves import Sieve
from caitien.findings import Finding, Place, Severity
from caitien.plan import Item
from caitien.vietnamese.fold import fold

_FIELDS = (
    "target_result", "task", "solution", "owner_text", "budget_text", "note", "support_conditions", "resources",
    "funding_source",
)  # fmt: skip
_cells = attrgetter(*_FIELDS)
_RAISED = re.compile(
    r"(?:kêu gọi|vận động|huy động|quyên góp|tranh thủ)\s(?:[^\W_]+[ ,]+){0,6}?(?:mạnh thường quân|nhà hảo tâm|tài trợ"
    r"|ủng hộ|đóng góp(?! ý| công| ngày)|kinh phí|học bổng|tiền|hiện vật"
    r"|góp(?! ý| công| ngày)|hỗ trợ)(?:[^.;,\n]{0,40})"
    r"|quyên góp|mạnh thường quân(?:[^.;,\n]{0,30})",
    re.IGNORECASE,
)
_SELF_PAID = re.compile(
    r"(?:kinh phí\s+)?(?:cá nhân|giáo viên|gv|người học|phụ huynh|cha mẹ học sinh)\s+tự\s+(?:lo|túc|chi trả|trả|chi)",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"(?:vận động |công tác |nguồn |kinh phí )?(?:xã hội h[oó][aá](?: giáo dục)?|xhh(?!\w))", re.IGNORECASE
)
# One of its signs stands in every text in which one of the patterns is found.
_SIGNS = (
    ("kêu gọi", "vận động", "huy động", "quyên góp", "tranh thủ", "mạnh thường"),
    ("tự ",),
    ("xã hội h", "xhh"),
)
_BEGINNINGS = "|".join(sign.replace(" ", "$ ").split()[0] for signs in _SIGNS for sign in signs)
_RULES = re.compile(
    r"(?:thong tu|quy dinh|nghi quyet|nghi dinh|van ban|huong dan)[^.;\n]{0,80}(?:tai tro|xa hoi hoa|van dong|dong gop)"
    r"|dieu le ban dai dien|theo (?:dung )?quy dinh ve (?:tai tro|van dong)|55/2011/tt-bgddt|16/2018/tt-bgddt"
)


class ContributionsWithoutRules(Check):
    """Kế hoạch dự tính tiền, hiện vật của cha mẹ học sinh, nhà hảo tâm hoặc để cá nhân tự lo mà không dẫn quy định nào.

    Vì sao: vận động sai quy định là lạm thu; người duyệt cần thấy căn cứ, mức dự kiến và cách công khai.
    Căn cứ: quy định về tài trợ cho cơ sở giáo dục và Điều lệ Ban đại diện cha mẹ học sinh (55/2011/TT-BGDĐT); hiệu lực
    của các văn bản này cần đối chiếu ở ngày ban hành kế hoạch.
    Không dùng khi: kế hoạch vận động riêng đã được phê duyệt; khi đó ghi số văn bản ấy vào dòng.
    """

    code = "B08"

    def run(self, subject: Subject) -> Iterator[Finding]:
        likely = items_stopped_by(_SAID, subject, _FIELDS)
        rows = [(index, *found) for index, item in likely if (found := _found(item))]
        if rows and _RULES.search(fold(" \n".join(basis.text for basis in subject.plan.legal_bases))):
            return
        general = [row for row in rows if row[3] is Severity.HINT]
        if len(general) > 3:
            yield self.found(
                f"{len(general)} việc dự kiến nguồn “{general[0][2]}” nhưng kế hoạch không dẫn {_RULES_ON_GIFTS}.",
                _HINT.format(_RULES_ON_GIFTS),
                Place("items", field=general[0][1], quote=general[0][2]),
                severity=Severity.HINT,
            )
            rows = [row for row in rows if row not in general]
        for index, name, words, weight in rows:
            yield self._finding(subject, index, name, words, weight)

    def _finding(self, subject: Subject, index: int, name: str, words: str, weight: Severity) -> Finding:
        self_paid = _SELF_PAID.search(words) is not None
        why = "để cá nhân tự chi trả" if self_paid else "dự kiến nguồn đóng góp, tài trợ"
        rule = "quy định về đào tạo, bồi dưỡng" if self_paid else _RULES_ON_GIFTS
        message = f"{item_name(index, subject.plan.items[index])}: “{words}” {why} nhưng không dẫn {rule}."
        return self.found_at(subject, index, name, message, _HINT.format(rule), quote=words, severity=weight)


_RULES_ON_GIFTS = "quy định về vận động, tài trợ"
_HINT = "Dẫn {} đang có hiệu lực (cần đối chiếu), ghi mức dự kiến và cách công khai."


def _found(item: Item) -> tuple[str, str, Severity] | None:
    """The field and the words that speak of such money: raised or laid on someone, else "xã hội hóa" in general."""
    texts = zip(_FIELDS, _cells(item), strict=True)
    said = {name: found for name, text in texts if text and (found := _said_in(text))}
    if not said or _RULES.search(fold("\n".join(filter(None, _cells(item))))):
        return None
    for number, weight in enumerate((Severity.WARNING, Severity.WARNING, Severity.HINT)):
        for name, found in said.items():
            if found[number]:
                return name, " ".join(found[number].split()), weight
    return None


@remembered
def _said_in(text: str) -> tuple[str, str, str] | None:
    """The first words on money raised, paid by oneself, got from society; None where a text has none at all."""
    small = text.lower()
    raised, own, general = (
        match[0] if any(map(small.__contains__, signs)) and (match := pattern.search(text)) else ""
        for signs, pattern in zip(_SIGNS, (_RAISED, _SELF_PAID, _GENERAL), strict=True)
    )
    return (raised, own, general) if raised or own or general else None


_SAID = Sieve.of_texts(_said_in, within=Sieve(re.compile(_BEGINNINGS, re.IGNORECASE).search))
