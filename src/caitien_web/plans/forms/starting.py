"""What people fill in to begin a plan."""

from datetime import date
from typing import Any

from django import forms

from caitien.frameworks import all_frameworks, framework_for, load_framework
from caitien.frameworks.load import CannotFindFramework
from caitien.layouts.forms import FORMS, forms_of_edition
from caitien_web.plans.actions.imports import MOST_BYTES
from caitien_web.plans.queries.plans import year_to_plan
from caitien_web.tenancy.models import Unit
from caitien_web.ui.fields import UploadField

OLDEST = 2018
SPANS = [(1, "Một năm học"), *((n, f"{n} năm học") for n in range(2, 7))]


def default_edition(unit: Unit, from_year: int) -> str:
    """The edition in force when the school year begins. Raises CannotFindFramework where we hold none."""
    return framework_for(unit.level, on=date(from_year, 9, 1)).id


def default_form(edition: str) -> str:
    """The official form that goes with an edition."""
    return forms_of_edition(edition)[0].id


class PlanBasics(forms.Form):
    """School year or years, edition and form of a new plan; what is left open follows from the school year."""

    from_year = forms.TypedChoiceField(label="Năm học", coerce=int)
    span = forms.TypedChoiceField(label="Kéo dài", coerce=int, choices=SPANS, initial=1)
    edition = forms.ChoiceField(label="Bộ tiêu chuẩn", required=False)
    form = forms.ChoiceField(label="Biểu mẫu", required=False)

    def __init__(self, *args: Any, unit: Unit, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        latest = on.year + 1
        years = range(latest, OLDEST - 1, -1)
        self.fields["from_year"].choices = [(year, f"{year} - {year + 1}") for year in years]  # type: ignore[attr-defined]
        if "from_year" not in self.initial:
            self.fields["from_year"].initial = year_to_plan(unit, on)
        known = [one for one in all_frameworks() if unit.level in one.school_levels]
        self.fields["edition"].choices = [  # type: ignore[attr-defined]
            ("", "Theo năm học đã chọn"),
            *((one.id, one.document.name) for one in reversed(known)),
        ]
        self.fields["form"].choices = [  # type: ignore[attr-defined]
            ("", "Theo bộ tiêu chuẩn"),
            *((form.id, form.title) for form in FORMS),
        ]

    def clean(self) -> dict[str, Any]:
        """Fill in what follows from the school year."""
        given: dict[str, Any] = super().clean() or {}
        if "from_year" not in given or "span" not in given:
            return given
        given["years"] = (given["from_year"], given["from_year"] + given["span"])
        try:
            given["edition"] = given.get("edition") or default_edition(self.unit, given["from_year"])
            load_framework(given["edition"])
        except CannotFindFramework as refusal:
            self.add_error("from_year", f"{refusal} Chọn một bộ tiêu chuẩn có trong danh sách.")
            return given
        given["form"] = given.get("form") or default_form(given["edition"])
        return given

    def basics(self) -> dict[str, Any]:
        """The arguments of the actions that begin a plan: years, edition, form."""
        return {name: self.cleaned_data[name] for name in ("years", "edition", "form")}


class ConfirmImport(PlanBasics):
    """What becomes of a file that was read: offers only what it can, and what the person may."""

    archived = forms.BooleanField(
        label="Ghi nhận là văn bản đã ký, ban hành (theo số, ngày, người ký trong văn bản)",
        help_text="Nên chọn với kế hoạch năm trước đã ký. Ghi nhận rồi thì không sửa được nữa, chỉ điều chỉnh.",
        required=False,
    )
    weaknesses = forms.BooleanField(
        label="Ghi các điểm yếu trong tệp vào danh sách điểm yếu của tự đánh giá, gắn với từng mục",
        help_text="Điểm yếu đã có thì không ghi lại lần nữa.",
        required=False,
    )

    def __init__(self, *args: Any, may_issue: bool, has_weaknesses: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_year"].help_text = (
            "Năm học ghi trong tệp. Lập kế hoạch cho năm học mới từ tệp cũ: nhập tệp cho năm học của nó, rồi mở "
            "Kế hoạch mới, Từ kế hoạch trước."
        )
        if not may_issue:
            del self.fields["archived"]
        if not has_weaknesses:
            del self.fields["weaknesses"]

    def chosen(self) -> dict[str, Any]:
        """The arguments of the action."""
        names = ("years", "edition", "form", "archived", "weaknesses")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class PlanUpload(forms.Form):
    """The file of a plan."""

    file = UploadField(
        label="Tệp kế hoạch",
        most=MOST_BYTES,
        error_messages={
            "required": "Chọn tệp kế hoạch trước khi gửi.",
            "empty": "Tệp này rỗng. Mở tệp xem còn nội dung không, rồi chọn lại.",
        },
    )


class PlanUploads(forms.Form):
    """Plans of many schools: files, or folders packed as .zip."""

    plans = UploadField(
        label="Các tệp kế hoạch",
        help_text="Chọn nhiều tệp, hoặc nén cả thư mục thành một tệp .zip.",
        many=True,
        most=200_000_000,
        allow_empty_file=True,  # one empty file among fifty is told by itself
        error_messages={"required": "Chọn ít nhất một tệp trước khi gửi."},
    )
