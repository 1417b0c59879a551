"""What is said about the plans of a folder: the commonest faults, counts by file, what could not be read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from caitien.checks.catalogue import entry_of
from caitien.checks.duplicates import EXPLAINED, Pair
from caitien.checks.report import Report
from caitien.checks.report.text import Line
from caitien.checks.report.words import SEVERITIES, SIGNS
from caitien.findings import Severity

COMMONEST = 15


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one plan's report: small, as thousands travel between processes. `data`: its JSON, if asked."""

    by_code: Counter[str] = field(default_factory=Counter)
    by_severity: Counter[Severity] = field(default_factory=Counter)
    set_aside: int = 0
    fails: bool = False
    data: str | None = None


def tally(report: Report, *, fails: bool, data: str | None = None) -> Tally:
    """The counts of a report, what is set aside apart."""
    by_code = Counter(one.finding.code for one in report.standing)
    return Tally(by_code, report.counts, len(report.set_aside), fails, data)


def folder_lines(tallies: dict[str, Tally], refusals: dict[str, str]) -> Iterator[Line]:
    """The report on a folder: `tallies` and `refusals` by the files' names."""
    if tallies:
        yield Line("LỖI THƯỜNG GẶP NHẤT", style="bold blue")
        yield from _commonest(list(tallies.values()))
        yield Line()
        yield Line("TỪNG TỆP", style="bold blue")
        yield from _by_file(tallies)
        yield Line()
    if refusals:
        yield Line("KHÔNG ĐỌC ĐƯỢC", style="bold red")
        yield from (Line(f"{name}: {refusal}", 2) for name, refusal in refusals.items())
        yield Line()
    yield Line(_sum(list(tallies.values()), len(refusals)), style="bold")


def _commonest(tallies: Sequence[Tally]) -> Iterator[Line]:
    plans = Counter(code for one in tallies for code in one.by_code)
    places = Counter[str]()
    for one in tallies:
        places.update(one.by_code)
    yield Line(f"{'mã':<5}{'mức':<12}{'kế hoạch':>9}{'số chỗ':>9}   nội dung", 2, "dim")
    for code, count in sorted(plans.items(), key=lambda row: (-row[1], -places[row[0]], row[0]))[:COMMONEST]:
        entry = entry_of(code)
        weight = f"{SIGNS[entry.severity]} {SEVERITIES[entry.severity]}"
        yield Line(f"{code:<5}{weight:<12}{count:>9}{places[code]:>9}   {entry.title}", 2)


def _by_file(tallies: dict[str, Tally]) -> Iterator[Line]:
    yield Line(f"{'lỗi':>6}{'cảnh báo':>10}{'gợi ý':>8}{'bỏ qua':>8}   tệp", 2, "dim")
    for name, one in tallies.items():
        error, warning, hint = (one.by_severity[severity] for severity in Severity)
        yield Line(f"{error:>6}{warning:>10}{hint:>8}{one.set_aside:>8}   {name}", 2)


def _sum(tallies: Sequence[Tally], refused: int) -> str:
    counts = [f"{sum(one.by_severity[severity] for one in tallies)} {SEVERITIES[severity]}" for severity in Severity]
    clean = sum(not one.by_severity[Severity.ERROR] for one in tallies)
    aside = sum(one.set_aside for one in tallies)
    parts = [
        f"{len(tallies)} kế hoạch: {', '.join(counts)}",
        f"{clean} kế hoạch không có lỗi",
        f"{aside} chỗ đã bỏ qua có lý do" if aside else "",
        f"{refused} tệp không đọc được" if refused else "",
    ]
    return "; ".join(part for part in parts if part)


def pair_lines(names: Sequence[str], found: Sequence[Pair], threshold: float) -> Iterator[Line]:
    """The pairs of plans that share text, with the longest passages shared."""
    yield Line(f"KẾ HOẠCH TRÙNG NHAU TỪ {_percent(threshold)} NỘI DUNG CỦA BẢN NGẮN HƠN", style="bold blue")
    for pair in found[:EXPLAINED]:
        yield Line()
        share = f"{_percent(pair.share)}  "
        both = f"(chung {_percent(pair.jaccard)} của cả hai)"
        yield Line(f"{share}{names[pair.first]} – {names[pair.second]} {both}", 2, "bold yellow", len(share))
        yield from (Line(f"{passage.words} từ: “{_cut(passage.text)}”", 6) for passage in pair.passages)
    yield Line()
    more = f", hiện {EXPLAINED} cặp trùng nhiều nhất" if len(found) > EXPLAINED else ""
    yield Line(f"{len(names)} kế hoạch, {len(found)} cặp trùng nhau{more}", style="bold")


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %".replace(".0 %", " %").replace(".", ",")


def _cut(text: str, limit: int = 300) -> str:
    return text if len(text) <= limit else f"{text[: text.rfind(' ', 0, limit)]} …"
