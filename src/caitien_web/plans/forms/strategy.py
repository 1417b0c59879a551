"""The forms of the development strategy's aims."""

from typing import Any

from django import forms

from caitien_web.plans.models import PlanItem


class AimForm(forms.Form):
    """An aim and the strategy it stands in."""

    number = forms.CharField(label="Số thứ tự", max_length=10, required=False)
    text = forms.CharField(label="Mục tiêu", max_length=2_000, widget=forms.Textarea({"rows": 3}))
    from_year = forms.IntegerField(label="Chiến lược từ năm", min_value=2000, max_value=2100)
    to_year = forms.IntegerField(label="Đến năm", min_value=2000, max_value=2100)
    document = forms.CharField(
        label="Văn bản chiến lược", help_text="Số, ngày của văn bản ban hành.", max_length=200, required=False
    )


class GiveUpForm(forms.Form):
    because = forms.CharField(
        label="Lý do thôi theo mục tiêu này",
        help_text="Để trống nếu tiếp tục theo mục tiêu.",
        max_length=300,
        required=False,
    )


class ServeForm(forms.Form):
    """Which items serve the aim."""

    items = forms.MultipleChoiceField(
        label="Nội dung cải tiến phục vụ mục tiêu", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, offered: list[PlanItem], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(item.pk): item for item in offered}
        named = [(key, f"{_named(item)} ({item.plan.period_words})") for key, item in self.offered.items()]
        self.fields["items"].choices = named  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[PlanItem]:
        return [self.offered[key] for key in self.cleaned_data["items"]]


def _named(item: PlanItem) -> str:
    words = item.improvement or item.target_result or item.criterion_title or item.solution
    return f"{item.criterion}. {words[:120]}" if item.criterion else words[:120] or "Mục chưa ghi nội dung"
