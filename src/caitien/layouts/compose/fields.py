"""Plan → the values of the named fields that a school may put into its own template (docs/user-guide/mau-word.md)."""

from collections.abc import Callable, Iterable

from caitien.blocks import Paragraph, Style
from caitien.blocks.field_values import Band, FieldValues, Listing
from caitien.layouts.compose.cells import cell_text
from caitien.layouts.compose.dates import place_and_date
from caitien.layouts.compose.foot import closing, foot
from caitien.layouts.compose.head import subject_text
from caitien.layouts.compose.organisation import organisation, party_rows
from caitien.layouts.compose.parts import bases, numbered, results, targets
from caitien.layouts.compose.standards import standard_of, standards
from caitien.layouts.compose.tt57 import problem_rows, review_rows
from caitien.layouts.paper.head import number_text
from caitien.layouts.paper.numbering import Parts
from caitien.layouts.paper.texts import clean
from caitien.plan import Item, Plan
from caitien.vietnamese.years import say_years

__all__ = ["FIELDS", "PARTY_FIELDS", "PROBLEM_FIELDS", "REVIEW_FIELDS", "ROW_FIELDS", "field_values"]

NOTHING = "Không có"  # under a standard without items, as the forms have it

FIELDS: dict[str, Callable[[Plan], str]] = {
    "co_quan_chu_quan": lambda plan: clean(plan.school.governing_body),
    "truong": lambda plan: clean(plan.school.name),
    "loai_hinh": lambda plan: clean(plan.school.ownership),
    "dia_chi": lambda plan: clean(plan.school.address),
    "so_ky_hieu": lambda plan: number_text(clean(plan.document.number)),
    "dia_danh_ngay_thang": place_and_date,
    "trich_yeu": subject_text,
    "nam_hoc": lambda plan: say_years(plan.document.school_year or ""),
    "can_cu": lambda plan: _lines(bases(plan)),
    "muc_dich": lambda plan: _lines(numbered(plan.purposes)),
    "ket_qua_nam_truoc": lambda plan: _lines(results(plan, Parts())[1:]),
    "chi_tieu": lambda plan: _lines(targets(plan, Parts())[1:]),
    "to_chuc_thuc_hien": lambda plan: _lines(organisation(plan, Parts())[1:]),
    "loi_ket": lambda plan: _lines(closing(plan)),
    "noi_nhan": lambda plan: _lines(foot(plan).left[1:]),
    "chuc_vu_nguoi_ky": lambda plan: _lines(p for p in foot(plan).right if p.style is Style.SIGNER_TITLE),
    "nguoi_ky": lambda plan: clean(plan.signatory.name if plan.signatory else None),
}
# name in the template → the field of the table's column (layouts.columns)
ROW_FIELDS = {
    "muc.tieu_chi": "standard_criterion",
    "muc.ma_tieu_chi": "criterion_code",
    "muc.diem_yeu": "weakness",
    "muc.noi_dung": "improvement",
    "muc.ket_qua": "target_result",
    "muc.cong_viec": "task",
    "muc.giai_phap": "solution",
    "muc.chi_so": "indicators",
    "muc.phu_trach": "owner_text",
    "muc.thoi_gian": "time_text",
    "muc.kinh_phi": "budget_text",
    "muc.nguon_kinh_phi": "funding_source",
    "muc.dieu_kien": "support_conditions",
    "muc.nguon_luc": "resources",
    "muc.minh_chung": "evidence_outputs",
    "muc.muc_do": "progress",
    "muc.ghi_chu": "note",
}
# the columns of the small tables, in the order of the rows of `tt57`
PROBLEM_FIELDS = (
    "van_de.tt",
    "van_de.tieu_chuan",
    "van_de.tieu_chi",
    "van_de.hien_trang",
    "van_de.ton_tai",
    "van_de.nguyen_nhan",
)
REVIEW_FIELDS = ("theo_doi.thoi_diem", "theo_doi.noi_dung", "theo_doi.ket_qua", "theo_doi.dieu_chinh", "theo_doi.nguoi")
PARTY_FIELDS = ("bo_phan.tt", "bo_phan.ten", "bo_phan.nhiem_vu")
_NUMBER = "muc.tt"
_BAND_NUMBER, _BAND_NAME = "tieu_chuan.so", "tieu_chuan.ten"


def field_values(plan: Plan) -> FieldValues:
    """Every field with its text; the items by standard, a standard without items with one row that says so."""
    return FieldValues(
        {name: text_of(plan) for name, text_of in FIELDS.items()},
        frozenset({_BAND_NUMBER, _BAND_NAME}),
        frozenset({_NUMBER, *ROW_FIELDS}),
        tuple(_bands(plan)),
        (
            _listing(PROBLEM_FIELDS, problem_rows(plan)),
            _listing(REVIEW_FIELDS, review_rows(plan)),
            _listing(PARTY_FIELDS, party_rows(plan)),
        ),
    )


def _listing(names: tuple[str, ...], rows: list[list[str]]) -> Listing:
    return Listing(frozenset(names), tuple(dict(zip(names, row, strict=True)) for row in rows))


def _bands(plan: Plan) -> Iterable[Band]:
    number = 0
    of_none = [item for item in plan.items if standard_of(item) is None]
    known = standards(plan) if len(of_none) < len(plan.items) else []
    groups: list[tuple[int | None, str, list[Item]]] = [
        (standard, name, [item for item in plan.items if standard_of(item) == standard]) for standard, name in known
    ]
    for standard, name, items in [*groups, (None, "", of_none)]:
        fields = {} if standard is None else {_BAND_NUMBER: str(standard), _BAND_NAME: name}
        rows = [_row(item, number + place) for place, item in enumerate(items, 1)]
        number += len(items)
        if fields and not rows:
            rows = [{**dict.fromkeys((_NUMBER, *ROW_FIELDS), ""), "muc.tieu_chi": NOTHING}]
        if rows:
            yield Band(fields, tuple(rows))


def _row(item: Item, number: int) -> dict[str, str]:
    texts = {name: _text(item, field) for name, field in ROW_FIELDS.items()}
    return {_NUMBER: str(number), **texts}


def _text(item: Item, field: str) -> str:
    return clean(item.criterion) if field == "criterion_code" else cell_text(item, field)


def _lines(paragraphs: Iterable[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)
