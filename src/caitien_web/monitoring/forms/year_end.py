"""Forms of the year's end."""

from typing import Any

from django import forms

from caitien_web.assessment.models import Weakness
from caitien_web.monitoring.forms.watch import text
from caitien_web.monitoring.models import ItemEnd
from caitien_web.plans.forms.starting import PlanBasics


class EndForm(forms.Form):
    """How an item ended."""

    outcome = forms.ChoiceField(label="Kết quả cuối năm", choices=ItemEnd.Outcome.choices, widget=forms.RadioSelect)
    result = text("Kết quả cụ thể", 2)
    reason = text("Lý do", 2, help_text="Bắt buộc khi chuyển tiếp hoặc dừng thực hiện.")


class NextYearForm(PlanBasics):
    """The particulars of next year's plan, and which weaknesses it answers."""

    weaknesses: Any = forms.ModelMultipleChoiceField(
        Weakness.everywhere.none(),
        label="Điểm yếu đưa vào kế hoạch",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *given: Any, open_weaknesses: list[Weakness], **named: Any) -> None:
        super().__init__(*given, **named)
        keys = [one.pk for one in open_weaknesses]
        self.fields["weaknesses"].queryset = Weakness.everywhere.filter(pk__in=keys)  # type: ignore[attr-defined]
