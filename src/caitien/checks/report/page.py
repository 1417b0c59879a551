"""The report as one self-contained page that prints on A4: nothing is fetched, every text is escaped."""

from collections.abc import Iterable
from html import escape
from importlib.resources import files

from caitien.checks.report import Report
from caitien.checks.report.words import (
    PARTS,
    SEVERITIES,
    SIGNS,
    counted,
    judged_on,
    notes,
    particulars,
    place_in_words,
    title_of,
    verdict,
)
from caitien.checks.set_aside import Judged
from caitien.findings import Finding, Severity

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{content}
</main>
</body>
</html>"""


def page_of(report: Report) -> str:
    """The whole page as HTML."""
    style = (files("caitien.checks.report") / "page.css").read_text("utf-8")
    sections = [_section(part, found) for part, found in report.by_part()]
    parts = (_head(report), _counts(report), _contents(report), *sections, _set_aside(report), _foot(report))
    title = escape(f"Kết quả kiểm tra: {title_of(report)}")
    return _PAGE.format(title=title, style=style, content="\n".join(part for part in parts if part))


def _head(report: Report) -> str:
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>"
        for name, text in [*particulars(report.plan), ("Tệp", report.file)]
        if name != "Về việc"
    )
    return (
        f'<header>\n<p class="kind">Kết quả kiểm tra kế hoạch</p>\n<h1>{escape(title_of(report))}</h1>\n'
        f"<dl>{rows}</dl>\n</header>"
    )


def _counts(report: Report) -> str:
    """The verdict, and beside it how many findings of each weight."""
    numbers = [
        f'<li class="{severity.value}"><b>{report.counts[severity]}</b> {_sign(severity)} {SEVERITIES[severity]}</li>'
        for severity in Severity
    ]
    if report.set_aside:
        numbers.append(f'<li class="aside"><b>{len(report.set_aside)}</b> đã bỏ qua có lý do</li>')
    said = f'<p class="verdict">{escape(verdict(report))}</p>\n<p>{escape(judged_on(report))}</p>'
    return f'<section class="counts" aria-label="Tóm tắt">\n{said}\n<ul>{"".join(numbers)}</ul>\n</section>'


def _contents(report: Report) -> str:
    """Where the findings are: a table of parts with counts; left out where one look at the page tells it."""
    parts = list(report.by_part())
    if len(parts) < 2:
        return ""
    heads = "".join(f'<th scope="col">{SEVERITIES[severity].capitalize()}</th>' for severity in Severity)
    rows = "\n".join(
        f'<tr><th scope="row"><a href="#{part}">{PARTS[part]}</a></th>{_cells(found)}</tr>' for part, found in parts
    )
    return (
        f'<section class="contents" aria-label="Các phần có điều cần xem">\n<table>\n'
        f'<thead><tr><th scope="col">Phần của kế hoạch</th>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n'
        "</section>"
    )


def _cells(found: list[Judged]) -> str:
    counts = [sum(one.finding.severity == severity for one in found) for severity in Severity]
    return "".join(f"<td>{count}</td>" if count else '<td class="none">–</td>' for count in counts)


def _section(part: str, found: Iterable[Judged]) -> str:
    articles = "\n".join(_finding(one.finding) for one in found)
    return f'<section id="{part}">\n<h2>{PARTS[part]}</h2>\n{articles}\n</section>'


def _finding(finding: Finding) -> str:
    quote = finding.place.quote
    shown = f"<blockquote>{escape(quote)}</blockquote>\n" if quote and quote not in finding.message else ""
    return (
        f'<article class="{finding.severity.value}">\n{_tag(finding)}\n<div>\n<h3>{_message(finding)}</h3>\n'
        f'{shown}<p class="advice"><b>Nên làm:</b> {escape(finding.hint)}</p>\n{_where(finding)}</div>\n'
        '<span class="done" aria-hidden="true"></span>\n</article>'
    )


def _message(finding: Finding) -> str:
    """The message, its item ("Mục 7 (tiêu chí 3.2):") made to stand out."""
    item, colon, rest = finding.message.partition(":")
    if finding.place.item is None or not colon or not item.startswith("Mục "):
        return escape(finding.message)
    return f"<b>{escape(item)}:</b>{escape(rest)}"


def _tag(finding: Finding) -> str:
    word = SEVERITIES[finding.severity].capitalize()
    return f'<p class="tag">{_sign(finding.severity)} {word}<br><span>{finding.code}</span></p>'


def _sign(severity: Severity) -> str:
    return f'<span class="sign" aria-hidden="true">{SIGNS[severity]}</span>'


def _where(finding: Finding) -> str:
    place = place_in_words(finding)
    return f'<p class="where">{escape(place)}</p>\n' if place else ""


def _set_aside(report: Report) -> str:
    if not report.set_aside:
        return ""
    articles = "\n".join(
        f'<article class="aside">\n{_tag(one.finding)}\n<div>\n<h3>{_message(one.finding)}</h3>\n'
        f'<p class="advice"><b>Lý do bỏ qua:</b> {escape(one.reason or "")}</p>\n{_where(one.finding)}</div>\n'
        "</article>"
        for one in report.set_aside
    )
    return f'<section id="bo-qua">\n<h2>Đã bỏ qua có lý do</h2>\n{articles}\n</section>'


def _foot(report: Report) -> str:
    lines = [*notes(report), f"Tổng cộng: {counted(report)}.", _EXPLAINED]
    return "<footer>\n" + "\n".join(f"<p>{escape(line)}</p>" for line in lines) + "\n</footer>"


_EXPLAINED = (
    "Lỗi: cơ quan quản lý có thể trả lại kế hoạch. Cảnh báo: nên sửa hoặc có lý do. Gợi ý: sửa thì kế hoạch tốt hơn. "
    "Xem giải thích một mã: caitien check --explain MÃ."
)
