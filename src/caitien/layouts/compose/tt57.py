"""The parts that only the form Biểu 2 of Circular 57/2026 has: general information, problems, follow-up, reporting."""

from caitien.blocks import Cell, Paragraph, Row, Style, Table
from caitien.layouts.columns import PROBLEM_COLUMNS, REVIEW_COLUMNS
from caitien.layouts.compose.standards import standard_of
from caitien.layouts.compose.table import first_heading, heading_row
from caitien.layouts.compose.widths import fitted
from caitien.layouts.forms import form_for
from caitien.layouts.paper.numbering import Parts
from caitien.layouts.paper.texts import clean, paragraph
from caitien.plan import Plan, Problem, Review

_PROBLEMS = ("row_number", "standard", "criterion", "current_state", "limitation", "cause")
_PROBLEM_HEADINGS = {"criterion": "Tiêu chí liên quan (nếu có)"}
_REVIEWS = ("when", "content", "result", "adjustment", "reviewer")
_REVIEW_HEADINGS = {"adjustment": "Điều chỉnh (nếu có)"}
_MECHANISM = (
    "a) Mỗi năm học, việc thực hiện kế hoạch được đánh giá nội bộ ít nhất hai lần: cuối học kỳ I và cuối năm học;",
    "b) Kết quả thực hiện là căn cứ của báo cáo tự đánh giá và kế hoạch cải tiến chất lượng năm học tiếp theo;",
    "c) Kế hoạch và kết quả thực hiện được công khai theo quy định.",
)


def general(plan: Plan, parts: Parts) -> tuple[Paragraph, ...]:
    """Part I. What a plan's data does not hold is left to be filled in, as in the form."""
    school = plan.school
    given = (school.name, school.ownership, school.address or school.place)
    name, ownership, address = (clean(text) or "…" for text in given)
    lines = (f"1. Tên cơ sở giáo dục: {name}", f"2. Loại hình: {ownership}", f"3. Địa chỉ: {address}")
    return parts.title("Thông tin chung"), *map(paragraph, lines)


def problems(plan: Plan, parts: Parts) -> tuple[Paragraph | Table, ...]:
    """Part IV: the problems of the plan, else the weaknesses that its items tell, else a row to be filled in."""
    table = _table(_PROBLEMS, problem_rows(plan), (10, 24, 24, 62, 70, 76))
    return parts.title("Tóm tắt các vấn đề trọng tâm cần cải tiến"), table


def problem_rows(plan: Plan) -> list[list[str]]:
    """Number, standard, criterion, current state, limitation and cause of each problem; never without a row."""
    rows = plan.problems or problems_of_items(plan) or (Problem(),)
    return [_problem_cells(row, number) for number, row in enumerate(rows, 1)]


def problems_of_items(plan: Plan) -> tuple[Problem, ...]:
    """A problem for each item of a plan of this circular that names a criterion, where no problem is told."""
    if plan.problems or not form_for(None, plan.framework).problem_table:
        return ()
    return tuple(
        Problem(standard_of(item), item.criterion, None, item.weakness, None)
        for item in plan.items
        if item.weakness and standard_of(item)
    )


def _problem_cells(problem: Problem, number: int) -> list[str]:
    standard = str(problem.standard) if problem.standard is not None else ""
    texts = (problem.criterion, problem.current_state, problem.limitation, problem.cause)
    return [str(number) if problem != Problem() else "", standard, *map(clean, texts)]


def reviews(plan: Plan, parts: Parts) -> tuple[Paragraph | Table, ...]:
    """Part VI: the follow-up as planned, else rows for the two reviews that the circular asks for."""
    table = _table(_REVIEWS, review_rows(plan), (34, 76, 62, 50, 44))
    return parts.title("Theo dõi và đánh giá thực hiện (giám sát nội bộ)"), table


def review_rows(plan: Plan) -> list[list[str]]:
    """When, what, result, adjustment and reviewer of each review; never without a row."""
    rows = plan.reviews or (Review(), Review())
    return [[clean(getattr(row, name)) for name in _REVIEWS] for row in rows]


def mechanism(parts: Parts) -> tuple[Paragraph, ...]:
    """Part VIII, printed on the form."""
    return parts.title("Cơ chế đánh giá và báo cáo"), *(paragraph(text, Style.LIST) for text in _MECHANISM)


def _table(fields: tuple[str, ...], rows: list[list[str]], widths: tuple[float, ...]) -> Table:
    columns = PROBLEM_COLUMNS if fields is _PROBLEMS else REVIEW_COLUMNS
    own = _PROBLEM_HEADINGS | _REVIEW_HEADINGS
    head = heading_row([own.get(name) or first_heading(columns, name) for name in fields])
    body = [Row(tuple(Cell(text, column) for column, text in enumerate(row))) for row in rows]
    return Table((head, *body), widths=fitted(widths, body), landscape=True)
