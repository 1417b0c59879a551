"""Forms of decisions, bodies and their members."""

from typing import Any

from django import forms

from caitien_web.schools.actions.bodies import Member
from caitien_web.schools.models import Body, BodyKind, Person, Position
from caitien_web.tenancy.models import Unit
from caitien_web.ui.fields import DayField

EMPTY_ROWS = 5


class DecisionForm(forms.Form):
    subject = forms.CharField(
        label="Về việc", max_length=300, initial="Thành lập Hội đồng tự đánh giá", help_text="Thành lập hoặc kiện toàn."
    )


class BodyForm(forms.Form):
    """A body of a decision; `replaces`: the one that ends when this one is founded."""

    kind = forms.ChoiceField(label="Loại", choices=BodyKind.choices)
    name = forms.CharField(label="Tên", max_length=200, help_text="Ví dụ: Hội đồng tự đánh giá năm học 2026 - 2027.")
    standards = forms.CharField(label="Tiêu chuẩn được giao", max_length=100, required=False)
    replaces: Any = forms.ModelChoiceField(
        Body.everywhere.none(), label="Thay thế", required=False, empty_label="Không thay thế"
    )

    def __init__(self, *given: Any, unit: Unit, **named: Any) -> None:
        super().__init__(*given, **named)
        standing = Body.objects.of(unit).exclude(since=None).filter(until=None)
        self.fields["replaces"].queryset = standing  # type: ignore[attr-defined]


class MemberForm(forms.Form):
    """A row of the list: a person of the school or a name from outside; an empty row is passed over."""

    person: Any = forms.ModelChoiceField(
        Person.everywhere.none(), label="Người trong trường", required=False, empty_label="—"
    )
    outside_name = forms.CharField(label="Hoặc người ngoài trường", max_length=100, required=False)
    position = forms.ChoiceField(label="Chức trách", choices=Position.choices, initial=Position.MEMBER)
    task = forms.CharField(label="Nhiệm vụ", max_length=500, required=False)

    def __init__(self, *given: Any, people: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("person") and found.get("outside_name"):
            self.add_error("outside_name", "Chọn người trong trường hoặc ghi tên người ngoài, không cả hai.")
        return found

    def member(self) -> Member | None:
        """The member of the row; None for an empty one."""
        given = self.cleaned_data
        if not given.get("person") and not given.get("outside_name"):
            return None
        return Member(**{key: given[key] for key in ("person", "outside_name", "position", "task")})


class _Members(forms.BaseFormSet):
    def members(self) -> list[Member]:
        return [member for form in self.forms if (member := form.member())]


def members_formset(unit: Unit, data: Any = None, initial: Any = None) -> Any:
    """The rows of a body's list, with a few empty ones below."""
    people = Person.objects.of(unit).filter(left_on=None)
    kind = forms.formset_factory(MemberForm, formset=_Members, extra=EMPTY_ROWS, max_num=60)
    return kind(data, initial=initial, prefix="nguoi", form_kwargs={"people": people})


class IssueDecisionForm(forms.Form):
    number = forms.CharField(label="Số, ký hiệu", max_length=60)
    signed_on = DayField(label="Ngày ký")
    since = DayField(label="Có hiệu lực từ ngày", required=False)
    signatory_title = forms.CharField(label="Chức vụ người ký", max_length=120, initial="Hiệu trưởng")
    signatory_name = forms.CharField(label="Họ và tên người ký", max_length=100)
