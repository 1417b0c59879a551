"""What all papers of a unit share: its names on the day, who receives them, the tables and charts of an account."""

from collections import Counter
from datetime import date
from typing import TypedDict

from caitien.laws.administration import district_level_ended_on
from caitien.layouts.paper import Column, Content, Grid, Picture, Points, Section, Signature, Text
from caitien.layouts.paper.texts import listed
from caitien_web.monitoring.models import Work
from caitien_web.monitoring.queries.account import Account, ItemAccount
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.tenancy.models import Unit, UnitKind
from caitien_web.ui.vn import day, long_day, number

__all__ = ["Content", "Picture", "Points", "Section", "Signature", "Text"]


OPEN = {"done": "Đã hoàn thành", "under_way": "Đang thực hiện", "not_started": "Chưa bắt đầu", "late": "Trễ hạn"}
MONEY = {"planned": "Dự kiến", "granted": "Được cấp", "spent": "Đã chi"}


class Names(TypedDict):
    unit: str
    governing_body: str
    place: str


def names_of(unit: Unit, on: date | None) -> Names:
    """The unit's names on a day, as the fields `unit`, `governing_body`, `place` of a paper."""
    named = (unit.name_on(on) if on else None) or unit
    return {"unit": named.name, "governing_body": named.governing_body, "place": named.place}


def draft_number(unit: Unit, kind: str, on: date | None = None) -> str:
    """A number with its place left open: "…/BC-THSN"; a letter's sign has no kind."""
    named = (unit.name_on(on) if on else None) or unit
    return f"…/{kind}-{named.abbreviation}" if kind else f"…/{named.abbreviation}"


def authorities_of(unit: Unit, on: date) -> list[str]:
    """Who receives a school's reports on a day: commune and province, earlier the district's education office."""
    if on < district_level_ended_on():
        named = unit.name_on(on)
        above = [named.governing_body] if named and named.governing_body else []
        return ["Phòng Giáo dục và Đào tạo", *above]
    found, node = [], unit.parent
    while node is not None:
        if node.kind in (UnitKind.COMMUNE, UnitKind.PROVINCE):
            found.append(getattr(node.name_on(on), "name", node.name))
        node = node.parent
    return found


def to_authorities(unit: Unit, on: date, why: str = "để b/c") -> tuple[str, ...]:
    """The authorities as recipients: "UBND xã Suối Ngọc (để b/c)"."""
    return tuple(f"{name} ({why})" for name in authorities_of(unit, on))


def plan_named(plan: SchoolPlan) -> str:
    """The plan in the school's own words: "Kế hoạch số 86/KH-THSN ngày 14 tháng 9 năm 2026 về …"."""
    return f"{_numbered(plan)} về cải tiến chất lượng giáo dục {plan.period_words}"


def _numbered(plan: SchoolPlan) -> str:
    number = f" số {plan.number}" if plan.number else ""
    return f"Kế hoạch{number}{f' {long_day(plan.signed_on)}' if plan.signed_on else ''}"


def bases_of(plan: SchoolPlan) -> tuple[str, ...]:
    """The bases of a paper about a plan, cited with number, day and who issued it."""
    said = f"cải tiến chất lượng giáo dục {plan.period_words}"
    return (f"Căn cứ {_numbered(plan)} của {plan.unit.name} về {said}",)


def item_named(account: ItemAccount) -> str:
    """An item in a table: its criterion and what is to be reached."""
    return item_words(account.item)


def item_words(item: PlanItem) -> str:
    """The criterion and, in the words of the plan, what is to be improved or reached."""
    words = item.improvement or item.target_result or item.task or item.solution or item.criterion_title
    return f"{item.criterion}. {words}" if item.criterion else words


def work_words(work: Work) -> str:
    """A work's item, and its period where it has several."""
    return f"{item_words(work.item)} ({work.label})" if work.label else item_words(work.item)


def results_grid(account: Account) -> Grid:
    """The items with owner, time, state and what was reported: a table for a page on its side."""
    columns = (
        Column("TT", 0.6),
        Column("Nội dung, kết quả cần đạt", 4),
        Column("Phụ trách", 2.2),
        Column("Hạn", 1.4),
        Column("Tình trạng", 1.8),
        Column("%", 0.8),
        Column("Đã làm được", 3.4),
        Column("Khó khăn, đề xuất", 2.6),
    )
    rows = tuple(_result_row(n, one, account.on) for n, one in enumerate(account.items, 1))
    return Grid(columns, rows)


def _result_row(n: int, one: ItemAccount, on: date) -> tuple[str, ...]:
    lasting = [report for report in one.reports if report.done]
    hard = [text for report in one.reports for text in (report.difficulty, report.proposal) if text]
    return (
        str(n),
        item_named(one),
        one.item.owner_text,
        day(one.item.due_on),
        one.state_words(on),
        str(one.percent),
        "\n".join(report.done for report in lasting[-3:]),
        "\n".join(hard[-3:]),
    )


def points(*texts: str) -> Points:
    """A list with ";" behind each text and "." behind the last."""
    return Points(tuple(listed(texts)))


def told_of(item: PlanItem, text: str) -> str:
    """What is said of an item, in a list: "Tiêu chí 2.3: Thiếu kinh phí"."""
    return f"Tiêu chí {item.criterion}: {text}" if item.criterion else text


def counts_points(account: Account) -> Points:
    """How many items there are: those that were ended by their outcome, the others by their state."""
    outcomes = Counter(one.ending.get_outcome_display() for one in account.items if one.ending)
    told = [f"{words}: {count}" for words, count in outcomes.items()]
    if sum(outcomes.values()) < len(account.items):
        counts = account.counts()
        told += [f"{words}: {counts[key]}" for key, words in OPEN.items()]
    return points(f"Tổng số nội dung cải tiến: {len(account.items)}", *told)


def money_grid(account: Account) -> Grid | Text:
    """Money by source: planned, granted, spent; a sentence where no money is spoken of."""
    if not account.by_source:
        return Text("Kế hoạch không dự kiến kinh phí và chưa phát sinh khoản chi nào.")
    rows = tuple((source, *(number(sums[key]) for key in MONEY)) for source, sums in account.by_source.items())
    totals = [number(sum(sums[key] for sums in account.by_source.values())) for key in MONEY]
    columns = (Column("Nguồn kinh phí", 3), *(Column(f"{words} (đồng)", 1.5, right=True) for words in MONEY.values()))
    return Grid(columns, rows, total=("Cộng", *totals))
