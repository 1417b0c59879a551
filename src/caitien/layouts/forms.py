"""The official forms of the plan table, by the fields that make each of them.

A form is said once here, with its columns in order; reading tells the form by them and writing lays the table by them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """An official form: its id, what it is called and the fields of its columns in order."""

    id: str
    title: str
    fields: tuple[str, ...]


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
FORMS = (
    Form("cv5932-9", "Chín cột, theo hướng dẫn tự đánh giá năm 2018", ("row_number", *_CV5932)),
    Form("cv5932-8", "Tám cột: chín cột không có TT", _CV5932),
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
    ),
)


def form_of(fields: set[str]) -> str | None:
    """The id of the form whose columns are exactly these fields; None for any other table."""
    return next((form.id for form in FORMS if set(form.fields) == fields), None)
