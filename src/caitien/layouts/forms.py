"""The official forms of the plan table, by the fields that make each of them.

A form is said once here, with its columns in order; reading tells the form by them and writing lays the table by them.
"""

from dataclasses import dataclass, field

from caitien.frameworks import CannotFindFramework, load_framework


@dataclass(frozen=True, slots=True)
class Form:
    """An official form: its id, what it is called and the fields of its columns in order.

    `annexed_to` is the number of the circular that has it in its annexes; the others come from guidance and go with the
    editions that have no form of their own. `problem_table`: it names the problems in a table before the plan's own.
    For writing: `headings` of the columns (those of the form itself, else the first one that `columns` knows) and their
    `widths`, in millimetres of a page of A4 lying on its side.
    """

    id: str
    title: str
    fields: tuple[str, ...]
    headings: dict[str, str] = field(default_factory=dict)
    widths: tuple[float, ...] = ()
    annexed_to: str | None = None
    problem_table: bool = False


_CV5932 = (
    "standard_criterion",
    "target_result",
    "solution",
    "owner_text",
    "time_text",
    "budget_text",
    "support_conditions",
    "note",
)
_CV5932_HEADINGS = {"target_result": "Kết quả cần đạt (so với hiện trạng)"}
_CV5932_WIDTHS = (36, 37, 56, 30, 28, 25, 26, 18)
FORMS = (
    Form(
        "cv5932-9",
        "Chín cột, theo hướng dẫn tự đánh giá năm 2018",
        ("row_number", *_CV5932),
        _CV5932_HEADINGS,
        (10, *_CV5932_WIDTHS),
    ),
    Form("cv5932-8", "Tám cột: chín cột không có TT", _CV5932, _CV5932_HEADINGS, _CV5932_WIDTHS),
    Form(
        "weakness-10",
        "Mười cột, có điểm yếu, sản phẩm và nguồn kinh phí",
        (
            "standard",
            "criterion",
            "weakness",
            "task",
            "time_text",
            "owner_text",
            "solution",
            "evidence_outputs",
            "budget_text",
            "funding_source",
        ),
        {
            "time_text": "Thời điểm thực hiện",
            "owner_text": "Cá nhân/Tổ chức thực hiện",
            "solution": "Biện pháp thực hiện",
            "evidence_outputs": "Sản phẩm/Minh chứng sau thực hiện",
            "budget_text": "Dự kiến kinh phí thực hiện",
        },
        (23, 22, 32, 28, 24, 26, 42, 28, 25, 20),
    ),
    Form(
        "tt57-bieu2",
        "Biểu 2, Phụ lục V Thông tư 57/2026/TT-BGDĐT",
        (
            "row_number",
            "improvement",
            "target_result",
            "solution",
            "indicators",
            "time_text",
            "owner_text",
            "resources",
            "evidence_outputs",
            "progress",
        ),
        {
            "target_result": "Mục tiêu cải tiến",
            "solution": "Hoạt động/giải pháp",
            "time_text": "Thời gian thực hiện",
            "owner_text": "Đơn vị/cá nhân phụ trách",
        },
        (10, 28, 28, 46, 28, 24, 28, 26, 30, 18),
        annexed_to="57/2026/TT-BGDĐT",
        problem_table=True,
    ),
)


def form_by_id(name: str) -> Form | None:
    """The official form with this id; None for any other text."""
    return next((form for form in FORMS if form.id == name), None)


def forms_of_edition(edition: str) -> tuple[Form, ...]:
    """The forms that go with an edition, the usual one first: those of its circular, else those of the guidance."""
    try:
        circular = load_framework(edition).document.number
    except CannotFindFramework:
        circular = ""
    own = tuple(form for form in FORMS if form.annexed_to and form.annexed_to == circular)
    return own or tuple(form for form in FORMS if form.annexed_to is None)


def form_for(form: str | None, edition: str | None) -> Form:
    """The form with this id; where none is named, the usual one of the edition."""
    return form_by_id(form or "") or forms_of_edition(edition or "")[0]


def form_of(fields: set[str]) -> str | None:
    """The id of the form whose columns are exactly these fields; None for any other table."""
    return next((form.id for form in FORMS if set(form.fields) == fields), None)
