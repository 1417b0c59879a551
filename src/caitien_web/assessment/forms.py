"""What people fill in about assessments."""

from datetime import date
from typing import Any

from django import forms

from caitien.frameworks import Framework, all_frameworks, framework_for, load_framework
from caitien.frameworks.load import CannotFindFramework
from caitien_web.assessment.models import Mark, RecognitionKind
from caitien_web.tenancy.models import Unit
from caitien_web.ui.fields import DayField

OLDEST = 2018


def years_until(on: date) -> list[tuple[int, str]]:
    """The school years to choose from, the newest first."""
    return [(year, f"{year} - {year + 1}") for year in range(on.year, OLDEST - 1, -1)]


def editions_for(unit: Unit) -> list[tuple[str, str]]:
    """The editions that apply to the unit's level, the newest first."""
    return [(one.id, one.document.name) for one in reversed(all_frameworks()) if unit.level in one.school_levels]


def criteria_of(framework: Framework) -> list[tuple[str, str]]:
    """The criteria of an edition to choose from."""
    return [("", "Chọn tiêu chí"), *((one.code, f"{one.code} {one.title}") for one in framework.criteria)]


class NewAssessment(forms.Form):
    """School year and edition of a self-assessment."""

    from_year = forms.TypedChoiceField(label="Năm học", coerce=int)
    edition = forms.ChoiceField(label="Bộ tiêu chuẩn", required=False)

    def __init__(self, *args: Any, unit: Unit, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.fields["from_year"].choices = years_until(on)  # type: ignore[attr-defined]
        self.fields["from_year"].initial = on.year if on.month >= 8 else on.year - 1
        editions = [("", "Theo năm học đã chọn"), *editions_for(unit)]
        self.fields["edition"].choices = editions  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The edition follows from the school year where none is chosen."""
        given: dict[str, Any] = super().clean() or {}
        if "from_year" in given and not given.get("edition"):
            try:
                given["edition"] = framework_for(self.unit.level, on=date(given["from_year"] + 1, 5, 31)).id
            except CannotFindFramework as refusal:
                self.add_error("edition", f"{refusal} Chọn một bộ tiêu chuẩn có trong danh sách.")
        return given


class CriterionFindings(forms.Form):
    """What was found at a criterion, in words; the marks are read beside it."""

    description = forms.CharField(label="Mô tả hiện trạng", widget=forms.Textarea({"rows": 5}), required=False)
    strengths = forms.CharField(label="Điểm mạnh", widget=forms.Textarea({"rows": 3}), required=False)
    weaknesses = forms.CharField(
        label="Điểm yếu",
        help_text="Mỗi dòng một điểm yếu; mỗi điểm yếu có thể thành một mục của kế hoạch.",
        widget=forms.Textarea({"rows": 3}),
        required=False,
    )
    reason = forms.CharField(label="Lý do không áp dụng", max_length=500, required=False)


class Finish(forms.Form):
    """The day that the results stand for."""

    as_of = DayField(label="Kết quả tính đến ngày")


class Approve(forms.Form):
    """The day of approval."""

    on = DayField(label="Ngày phê duyệt")


class External(forms.Form):
    """An assessment from outside."""

    edition = forms.ChoiceField(label="Bộ tiêu chuẩn")
    assessed_on = DayField(label="Ngày đánh giá")
    team = forms.CharField(label="Đoàn đánh giá ngoài", max_length=200)
    decision = forms.CharField(label="Quyết định thành lập đoàn", max_length=120, required=False)
    result = forms.CharField(label="Kết quả", max_length=200, required=False)
    remarks = forms.CharField(label="Nhận xét chung", widget=forms.Textarea({"rows": 4}), required=False)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].choices = editions_for(unit)  # type: ignore[attr-defined]


class Recommended(forms.Form):
    """A recommendation of the team."""

    criterion = forms.ChoiceField(label="Tiêu chí")
    text = forms.CharField(label="Khuyến nghị", widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, edition: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterion"].choices = criteria_of(load_framework(edition))  # type: ignore[attr-defined]


class Recognised(forms.Form):
    """A decision that recognises the school."""

    kind = forms.ChoiceField(label="Công nhận", choices=RecognitionKind)
    degree = forms.CharField(
        label="Mức, cấp độ", max_length=60, help_text="Như ghi trong quyết định: Cấp độ 3, Mức độ 2."
    )
    number = forms.CharField(label="Số quyết định", max_length=60)
    decided_on = DayField(label="Ngày quyết định")
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False)
    valid_until = DayField(label="Có giá trị đến", required=False, help_text="Để trống thì tính năm năm.")


MARKS = [("", "Chưa"), *((mark.value, mark.label) for mark in (Mark.MET, Mark.NOT_MET, Mark.NOT_APPLICABLE))]
