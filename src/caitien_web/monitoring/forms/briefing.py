"""The form of an occasion on which the plan was made known."""

from typing import Any

from django import forms

from caitien_web.monitoring.models import BriefingKind
from caitien_web.schools.models import Person
from caitien_web.ui.fields import DayField


class BriefingForm(forms.Form):
    """What was made known, when, how, to whom; `people` are those who work at the school."""

    kind = forms.ChoiceField(label="Hình thức", choices=BriefingKind.choices)
    held_on = DayField(label="Ngày")
    subject = forms.CharField(label="Nội dung", max_length=300)
    place = forms.CharField(label="Địa điểm, kênh", max_length=200, required=False)
    led_by = forms.CharField(label="Người phổ biến", max_length=120, required=False)
    paper = forms.CharField(label="Biên bản, văn bản", max_length=120, required=False)
    others = forms.IntegerField(
        label="Số người ngoài trường",
        help_text="Cha mẹ học sinh, đơn vị phối hợp.",
        min_value=0,
        max_value=99_999,
        required=False,
    )
    everyone = forms.BooleanField(label="Toàn thể cán bộ, giáo viên, nhân viên", required=False)
    people = forms.MultipleChoiceField(label="Người đã dự", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, staff: list[Person], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = {str(person.pk): person for person in staff}
        self.fields["people"].choices = [(key, _named(one)) for key, one in self.staff.items()]  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        """What the action takes: `people` as persons, all of them where everybody was there."""
        given = dict(self.cleaned_data)
        keys = self.staff if given.pop("everyone") else given["people"]
        return given | {"people": [self.staff[key] for key in keys], "others": given["others"] or 0}


def _named(person: Person) -> str:
    return f"{person.full_name}, {person.duty}" if person.duty else person.full_name


class WithdrawBriefingForm(forms.Form):
    because = forms.CharField(label="Lý do", max_length=300)
