"""What one may search by."""

from typing import Any

from django import forms

from caitien_web.plans.models import PlanState
from caitien_web.plans.needle import Needle, read_needle
from caitien_web.plans.queries.search import Wanted
from caitien_web.plans.terms import slug_of, words_of
from caitien_web.tenancy.models import Unit

SUMS = [
    ("", "Mọi mức kinh phí"),
    ("1", "Có số tiền"),
    ("10", "Từ 10 triệu đồng"),
    ("100", "Từ 100 triệu đồng"),
    ("1000", "Từ 1 tỷ đồng"),
]
YEARS_BACK = 8


class SearchForm(forms.Form):
    """Words and filters; all of them may be empty."""

    q = forms.CharField(label="Từ cần tìm", max_length=200, required=False)
    nam = forms.ChoiceField(label="Năm học", required=False)
    tieu_chuan = forms.ChoiceField(
        label="Tiêu chuẩn",
        required=False,
        choices=[("", "Mọi tiêu chuẩn"), *((str(n), f"Tiêu chuẩn {n}") for n in range(1, 8))],
    )
    tieu_chi = forms.CharField(label="Tiêu chí", max_length=8, required=False)
    trang_thai = forms.ChoiceField(label="Trạng thái kế hoạch", required=False)
    nguoi = forms.CharField(label="Người thực hiện", max_length=100, required=False)
    kinh_phi = forms.ChoiceField(label="Kinh phí", required=False, choices=SUMS)
    don_vi = forms.ModelChoiceField(
        Unit.objects.none(), label="Đơn vị", required=False, to_field_name="slug", empty_label="Mọi đơn vị"
    )

    def __init__(self, data: Any, *, unit: Unit, drafts: bool, year: int) -> None:
        super().__init__(data)
        years = [(str(n), f"{n} - {n + 1}") for n in range(year, year - YEARS_BACK, -1)]
        self.fields["nam"].choices = [("", "Mọi năm học"), *years]  # type: ignore[attr-defined]
        hidden = () if drafts else (PlanState.DRAFT, PlanState.CONSULTED)
        states = [choice for choice in PlanState.choices if choice[0] not in hidden]
        self.fields["trang_thai"].choices = [("", "Mọi trạng thái"), *states]  # type: ignore[attr-defined]
        if unit.is_school:
            del self.fields["don_vi"]
        else:
            self.fields["don_vi"].queryset = unit.children.order_by("folded")  # type: ignore[attr-defined]

    def wanted(self) -> Wanted | None:
        """The search, or None where nothing is asked for."""
        if not self.is_valid():
            return None
        given = self.cleaned_data
        marks = [
            f"={letter}{value}"
            for letter, value in (
                ("y", given["nam"]),
                ("t", given["tieu_chuan"]),
                ("c", ".".join(words_of(given["tieu_chi"]))),
                ("s", given["trang_thai"]),
                ("o", given["nguoi"] and slug_of(given["nguoi"]) + "*"),
                ("m", given["kinh_phi"]),
            )
            if value.strip("*")
        ]
        if below := given.get("don_vi"):
            marks.append(f"=u{below.slug}")
        needle = read_needle(given["q"]) if given["q"] else Needle()
        return Wanted(needle, tuple(marks)) if needle or marks else None
