"""The parts ahead of the tables: bases, purposes, last year's results, weak criteria and those aimed at."""

import re
from collections.abc import Iterable

from caitien.blocks import Paragraph, Style
from caitien.layouts.compose.dates import years_text
from caitien.layouts.compose.head import subject_text
from caitien.layouts.compose.standards import criterion_name
from caitien.layouts.interpret.lines import lines_of
from caitien.layouts.interpret.results import weak_criteria_in
from caitien.layouts.paper.numbering import Parts
from caitien.layouts.paper.texts import clean, first_lowered, listed, paragraph
from caitien.plan import Plan, PriorResults
from caitien.vietnamese.years import say_years

_SAYS_SO = re.compile(r"(căn|thực hiện|theo|dựa)\b", re.I)
# Words that are no document's name, and so go on small behind "Căn cứ".
_NO_NAME = re.compile(r"(kết quả|tình hình|thực trạng|điều kiện|chủ trương|yêu cầu|nhiệm vụ|định hướng)\b", re.I)


def bases(plan: Plan) -> tuple[Paragraph, ...]:
    """Each base as a paragraph of its own that ends with ";", the last with "."."""
    texts = [clean(basis.text) for basis in plan.legal_bases]
    return tuple(paragraph(text, Style.BASIS) for text in listed([_as_basis(text) for text in texts if text]))


def _as_basis(text: str) -> str:
    if _SAYS_SO.match(text):
        return text
    return f"Căn cứ {first_lowered(text) if _NO_NAME.match(text) else text}"


def announcement(plan: Plan) -> tuple[Paragraph, ...]:
    """The sentence that goes over to the plan itself and names the school as running text writes it."""
    name = clean(plan.school.name)
    if not name:
        return ()
    return (paragraph(f"{name} ban hành Kế hoạch {first_lowered(subject_text(plan))} như sau:"),)


def purposes(plan: Plan, parts: Parts) -> tuple[Paragraph, ...]:
    if not plan.purposes:
        return ()
    return parts.title("Mục đích, yêu cầu"), *numbered(plan.purposes)


def numbered(texts: Iterable[str]) -> tuple[Paragraph, ...]:
    """The texts as paragraphs with the numbers 1, 2, …"""
    filled = [text for text in map(clean, texts) if text]
    return tuple(paragraph(f"{number}. {text}") for number, text in enumerate(filled, 1))


def results(plan: Plan, parts: Parts) -> tuple[Paragraph, ...]:
    """Last year's results in the plan's own words, else by their counts; then the criteria found weak."""
    told = plan.prior_results or PriorResults()
    lines = [paragraph(line, _line_style(line)) for line in _results_lines(told) if line]
    known = weak_criteria_in([line for one in lines for line in lines_of(one)])
    if missing := [code for code in plan.weak_criteria if code not in known]:
        lines.append(paragraph("Tồn tại: các tiêu chí sau còn hạn chế:"))
        lines += [paragraph(f"- {name};", Style.LIST) for name in _names(plan, missing)]
    if not lines:
        return ()
    year = f" năm học {say_years(told.school_year)}" if told.school_year else ""
    return parts.title(f"Kết quả cải tiến chất lượng{year}"), *lines


def _results_lines(told: PriorResults) -> list[str]:
    if told.text:
        return [clean(line) for line in told.text.split("\n")]
    return [f"- {_counted(number, count)}" for number, count in (told.levels or {}).items() if _is_count(count)]


def _is_count(count: object) -> bool:
    return isinstance(count, dict) and all(isinstance(count.get(name), int) for name in ("met", "total"))


def _counted(number: str, count: dict[str, int]) -> str:
    met, total = count["met"], count["total"]
    share = f", tỷ lệ {met / total * 100:.1f}%".replace(".", ",").replace(",0%", "%") if total else ""
    return f"Mức {number}: {met}/{total} tiêu chí đạt{share}."


def _line_style(line: str) -> Style:
    return Style.LIST if line.startswith("-") else Style.TEXT


def targets(plan: Plan, parts: Parts) -> tuple[Paragraph, ...]:
    """The criteria that the plan wants to reach."""
    if not plan.target_criteria:
        return ()
    return (
        parts.title(f"Chỉ tiêu phấn đấu {years_text(plan.document)}".strip()),
        paragraph("Củng cố, nâng cao để đạt vững chắc các tiêu chí:"),
        *(paragraph(f"- {name};", Style.LIST) for name in _names(plan, plan.target_criteria)),
    )


def _names(plan: Plan, codes: Iterable[str]) -> list[str]:
    return [f"Tiêu chí {criterion_name(plan, code)}" for code in codes]
