"""A raw item → Item: texts as written, and what they mean (months, đồng, parties) beside them."""

import re
from dataclasses import dataclass

from caitien.findings import Finding, Place, Position, doubt
from caitien.layouts.interpret.rows import RawItem
from caitien.plan import Item
from caitien.vietnamese.fold import fold
from caitien.vietnamese.money import funding_source_in, is_money_expression, read_money
from caitien.vietnamese.normalise import squeeze
from caitien.vietnamese.parties import Parties, read_parties, read_support_parties, starts_with_role
from caitien.vietnamese.periods import PeriodReading, read_period
from caitien.vietnamese.syllables import CAPITALS

_EMPTY = re.compile(r"[\s\-–—_.…/*x]*")
_BULLET = re.compile(r"^\s*[-–—+*•▪·]+\s*")
_ON_ONE_LINE = re.compile(rf";\s+|\s[-–+]\s(?=[{CAPITALS}])")
# Cells that are no field of an item by themselves, with the field that is read from them.
_PATHS = {
    "standard_criterion": "criterion",
    "row_number": "standard",
    "lead_text": "owner_text",
    "support_text": "supporting",
    "start_text": "start",
    "end_text": "end",
}
_TEXTS = (
    "weakness",
    "improvement",
    "target_result",
    "task",
    "solution",
    "indicators",
    "support_conditions",
    "resources",
    "progress",
    "note",
)

# A cell that names both, as forms without a column for the task have it.
_TASK_AND_SOLUTION = re.compile(r"Nhiệm vụ\s*:\s*(.+?)\s+(?:Giải pháp|Biện pháp)(?: thực hiện)?\s*:\s*(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Derived:
    """An item with the doubts about it and the position of each of its values."""

    item: Item
    findings: tuple[Finding, ...]
    positions: dict[str, Position]


def derive_item(raw: RawItem, index: int, *, plan_years: tuple[int, int] | None) -> Derived:
    """The item of a row; `index` is its 0-based place in the plan, `plan_years` the first and last year of the plan."""
    texts = {name: text for name, value in raw.values.items() if (text := _clean(value.text))}
    findings: list[Finding] = []
    say = _Speaker(raw, index, findings)
    _put_right(texts, say)
    if "task" in texts and "solution" not in raw.values and "improvement" not in texts:
        texts["solution"] = texts.pop("task")
    if "task" not in texts and (parted := _TASK_AND_SOLUTION.fullmatch(texts.get("solution", ""))):
        texts["task"], texts["solution"] = parted[1].strip(), parted[2].strip()
    owner_text, parties = _owners(texts, say)
    time_text, period = _time(texts, plan_years, say)
    money = read_money(texts.get("budget_text"), unit=raw.values["budget_text"].unit if "budget_text" in texts else 1)
    if money.state == "unknown" and not money.source and not fold(texts.get("budget_text", "")).startswith("chi"):
        say("money-not-understood", "budget_text", f"Chưa đọc được số tiền ở “{texts.get('budget_text')}”.")
    item = Item(
        standard=_standard(raw, say),
        criterion=raw.criterion.code,
        criterion_title=_clean(raw.criterion.title or "") or None,
        owner_text=owner_text,
        owners=parties.owners,
        supporting=parties.supporting,
        time_text=time_text,
        start=period.start,
        end=period.end,
        recurrence=period.recurrence,
        school_years=period.school_years,
        budget_text=texts.get("budget_text"),
        budget_vnd=money.amount,
        funding_source=texts.get("funding_source") or funding_source_in(texts.get("note") or "") or None,
        support_parties=read_support_parties(texts.get("support_conditions") or ""),
        evidence_outputs=as_list(texts.get("evidence_outputs")),
        **{name: texts.get(name) for name in _TEXTS if name != "weakness"},
        weakness=texts.get("weakness") or _clean(raw.criterion.weakness or "") or None,
    )
    positions = {_PATHS.get(name, name): value.position for name, value in raw.values.items() if name in texts}
    return Derived(item, tuple(findings), positions)


def as_list(text: str | None) -> tuple[str, ...]:
    """The elements of a listing cell without their dashes: its lines, or its parts between semicolons."""
    if not text:
        return ()
    lines = text.split("\n")
    if not any(map(_BULLET.match, lines)):
        parted = r";\s+" if len(lines) == 1 else rf";\s+(?=[{CAPITALS}])"
        lines = [part for line in lines for part in re.split(parted, line)]
    elif len(lines) == 1:  # a list set on one line: "- Kế hoạch - Biên bản"
        lines = _ON_ONE_LINE.split(text)
    return tuple(element for line in lines if (element := _BULLET.sub("", line).strip(" ;")))


class _Speaker:
    """Notes doubts about one item."""

    def __init__(self, raw: RawItem, index: int, findings: list[Finding]) -> None:
        self.raw, self.index, self.findings = raw, index, findings

    def __call__(self, name: str, field: str, message: str) -> None:
        value = self.raw.values.get(field)
        quote = " ".join(value.text.split())[:120] if value else None
        place = Place("items", self.index, self.raw.criterion.code, field, quote)
        where = f"Mục {self.index + 1}" + (f" (tiêu chí {self.raw.criterion.code})" if self.raw.criterion.code else "")
        position = value.position if value else self.raw.position
        self.findings.append(doubt(name, f"{where}: {message}", place=place, position=position))


def _clean(text: str) -> str | None:
    """The text of a cell as the plan keeps it; None for an empty cell and one that holds only dashes or dots."""
    text = squeeze(text)
    return None if _EMPTY.fullmatch(text) else text


def _put_right(texts: dict[str, str], say: _Speaker) -> None:
    """What by its sense stands one column off goes where it belongs if that is free; said, never silent."""
    budget = texts.get("budget_text")
    if budget and not is_money_expression(budget) and starts_with_role(budget) and "support_conditions" not in texts:
        say("cell-holds-another-field", "budget_text", f"ô kinh phí ghi “{budget}”; đã hiểu là điều kiện hỗ trợ.")
        texts["support_conditions"] = texts.pop("budget_text")
    if "owner_text" in texts and _is_sentence(texts["owner_text"]):
        words = " ".join(texts["owner_text"].split()[:8])
        say(
            "cell-holds-another-field",
            "owner_text",
            f"ô người chủ trì ghi cả một việc (“{words}…”), không chỉ tên người.",
        )


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 25 and bool(re.search(r"[.;]\s*\S", text)) and not _BULLET.match(text)


def _owners(texts: dict[str, str], say: _Speaker) -> tuple[str | None, Parties]:
    """The owner cell as written and the parties in it; a table with two columns gives lead and support apart."""
    whole, lead, support = texts.get("owner_text"), texts.get("lead_text"), texts.get("support_text")
    if lead is None and support is None:
        parties = read_parties(whole or "")
    else:
        helpers = read_parties(support or "")
        leads = read_parties(lead or whole or "")
        parties = Parties(leads.owners, (*leads.supporting, *helpers.owners, *helpers.supporting), leads.understood)
        whole = "\n".join(text for text in (lead or whole, support) if text)
    if whole and not parties.owners:
        say("owner-not-understood", "owner_text", f"chưa nhận ra người chủ trì trong “{' '.join(whole.split())[:60]}”.")
    return whole, parties


def _time(texts: dict[str, str], plan_years: tuple[int, int] | None, say: _Speaker) -> tuple[str | None, PeriodReading]:
    start, end = texts.get("start_text"), texts.get("end_text")
    text = texts.get("time_text") or "\n".join(part for part in (start, end) if part) or None
    labelled = text
    if start is None and end is not None and "time_text" not in texts:
        labelled = f"Thời gian hoàn thành: {end}"
    period = read_period(labelled or "", plan_years=plan_years, note=texts.get("note"))
    if text and not period.understood:
        say("time-not-understood", "time_text", f"chưa hiểu thời gian “{' '.join(text.split())}”.")
    return text, period


def _standard(raw: RawItem, say: _Speaker) -> int | None:
    """The standard by the criterion's code, which is trusted before the heading above."""
    if raw.criterion.code is None:
        return raw.standard
    number = int(raw.criterion.code.split(".")[0])
    if raw.standard is not None and raw.standard != number:
        message = f"tiêu chí {raw.criterion.code} đứng dưới tiêu chuẩn {raw.standard}; đã xếp vào tiêu chuẩn {number}."
        say("standard-contradicts-criterion", "standard", message)
    return number
