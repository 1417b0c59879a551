"""What an authority may narrow its pages by."""

from typing import Any

from django import forms

from caitien_web.assessment.models import RecognitionKind
from caitien_web.oversight.queries.schools import NO_PLAN, SORTS, Asked
from caitien_web.plans.access import FROM_SUBMISSION
from caitien_web.plans.models import PlanState
from caitien_web.tenancy.models import SchoolLevel, Unit, UnitKind

YEARS_BACK = 8
USUAL_MONTHS = 12


class YearForm(forms.Form):
    """The school year of a page."""

    nam = forms.TypedChoiceField(label="Năm học", required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any, *, year: int) -> None:
        super().__init__({"nam": year} | data.dict())
        self.year_now = year
        years = [(n, f"{n} - {n + 1}") for n in range(year + 1, year - YEARS_BACK, -1)]
        self.fields["nam"].choices = years  # type: ignore[attr-defined]
        self.fields["nam"].initial = year

    @property
    def year(self) -> int:
        """The year chosen; the present one without a choice that can be."""
        return (self.is_valid() and self.cleaned_data["nam"]) or self.year_now


class SchoolsForm(YearForm):
    """Which schools are listed, and in which order."""

    tu = forms.CharField(label="Tên trường", max_length=100, required=False)
    cap = forms.ChoiceField(label="Cấp học", required=False, choices=[("", "Mọi cấp học"), *SchoolLevel.choices])
    trang_thai = forms.ChoiceField(
        label="Trạng thái",
        required=False,
        choices=[
            ("", "Mọi trạng thái"),
            (NO_PLAN, "Chưa có kế hoạch đã trình"),
            *((state, PlanState(state).label) for state in FROM_SUBMISSION),
        ],
    )
    noi = forms.ModelChoiceField(
        Unit.objects.none(), label="Đơn vị", required=False, to_field_name="slug", empty_label="Mọi đơn vị"
    )
    xep = forms.ChoiceField(required=False, choices=[(f"{way}{key}", key) for key in SORTS for way in ("", "-")])

    def __init__(self, data: Any, *, year: int, unit: Unit) -> None:
        super().__init__(data, year=year)
        places = unit.children.exclude(kind="school").order_by("folded")
        self.fields["noi"].queryset = places  # type: ignore[attr-defined]
        self.has_places = unit.kind != UnitKind.COMMUNE

    def asked(self) -> Asked:
        """The list that is asked for; everything where something cannot be understood."""
        if not self.is_valid():
            return Asked()
        given = self.cleaned_data
        place = given["noi"].slug if given["noi"] else ""
        return Asked(given["tu"], given["cap"], given["trang_thai"], place, given["xep"] or "ten")


class EndingForm(forms.Form):
    """Which recognitions are listed: those that end within so many months, of one kind or all."""

    thang = forms.TypedChoiceField(
        label="Hết hạn trong",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(6, "6 tháng"), (12, "12 tháng"), (24, "24 tháng"), (60, "5 năm")],
    )
    loai = forms.ChoiceField(
        label="Loại công nhận", required=False, choices=[("", "Mọi loại"), *RecognitionKind.choices]
    )

    def __init__(self, data: Any) -> None:
        super().__init__({"thang": USUAL_MONTHS} | data.dict())

    @property
    def months(self) -> int:
        """The months chosen; a year without a choice that can be."""
        self.is_valid()
        return self.cleaned_data.get("thang") or USUAL_MONTHS

    @property
    def kind(self) -> str:
        self.is_valid()
        return self.cleaned_data.get("loai", "")
