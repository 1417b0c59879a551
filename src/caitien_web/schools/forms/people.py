"""Forms of people and roles."""

from datetime import date
from typing import Any, cast

from django import forms

from caitien_web.schools.forms.account import PhoneField
from caitien_web.schools.models import Person
from caitien_web.schools.models.role import AUTHORITY_ROLES, SCHOOL_ROLES
from caitien_web.tenancy.models import Unit
from caitien_web.ui.fields import DayField, UploadField


class PersonForm(forms.ModelForm):
    """A person's particulars."""

    phone = PhoneField(required=False)

    class Meta:
        model = Person
        fields = ("full_name", "duty", "group", "email", "phone")
        help_texts = {"duty": "Ví dụ: Giáo viên Ngữ văn", "group": "Ví dụ: Tổ Khoa học xã hội"}


class PersonWithRoleForm(PersonForm):
    """A new person, with the first role."""

    role = forms.ChoiceField(label="Vai trò", required=False)

    def __init__(self, *args: Any, unit: Unit, **given: Any) -> None:
        super().__init__(*args, **given)
        cast(forms.ChoiceField, self.fields["role"]).choices = [("", "Chưa giao"), *roles_at(unit)]


def roles_at(unit: Unit) -> list[tuple[str, str]]:
    """The roles that a unit of this kind has, as choices."""
    return [(role.value, str(role.label)) for role in (SCHOOL_ROLES if unit.is_school else AUTHORITY_ROLES)]


class RoleForm(forms.Form):
    """A role to give: at this unit, or at one directly below it."""

    at_unit = forms.ModelChoiceField(Unit.objects.none(), label="Tại đơn vị", to_field_name="slug", empty_label=None)
    role = forms.ChoiceField(label="Vai trò")
    field = forms.CharField(label="Phụ trách", max_length=120, required=False, help_text="Ví dụ: phụ trách chuyên môn")
    since = DayField(label="Từ ngày")
    until = DayField(label="Đến hết ngày trước", required=False, help_text="Để trống nếu chưa định ngày kết thúc.")

    def __init__(self, *args: Any, unit: Unit, today: date, **given: Any) -> None:
        given["initial"] = {"since": today, "at_unit": unit.slug}
        super().__init__(*args, **given)
        below = Unit.objects.filter(parent=unit, closed_on=None) if not unit.is_school else Unit.objects.none()
        cast("forms.ModelChoiceField[Unit]", self.fields["at_unit"]).queryset = Unit.objects.filter(pk=unit.pk) | below
        if unit.is_school:
            self.fields["at_unit"].widget = forms.HiddenInput()
        kinds = SCHOOL_ROLES if unit.is_school else [*AUTHORITY_ROLES, *SCHOOL_ROLES[1:]]
        cast(forms.ChoiceField, self.fields["role"]).choices = [(role.value, role.label) for role in kinds]


class DayForm(forms.Form):
    """One day, from which something holds."""

    on = DayField(label="Từ ngày")

    def __init__(self, *args: Any, today: date, **given: Any) -> None:
        given["initial"] = {"on": today}
        super().__init__(*args, **given)


class StaffFileForm(forms.Form):
    """A list of staff to bring in."""

    file = UploadField(label="Danh sách (tệp Excel .xlsx)", most=5_000_000, accept=[".xlsx"])


class PeopleFilter(forms.Form):
    """What the list of people is narrowed by."""

    tu = forms.CharField(label="Tìm", required=False, max_length=100)
    vai_tro = forms.ChoiceField(label="Vai trò", required=False)
    da_nghi = forms.BooleanField(label="Đã nghỉ", required=False)

    def __init__(self, *args: Any, unit: Unit, **given: Any) -> None:
        super().__init__(*args, **given)
        cast(forms.ChoiceField, self.fields["vai_tro"]).choices = [
            ("", "Mọi vai trò"),
            *roles_at(unit),
            ("khong", "Chưa có vai trò"),
        ]

    def asked(self) -> dict[str, Any]:
        """The keywords of `people_of`; what cannot be understood narrows nothing."""
        self.is_valid()
        data = self.cleaned_data
        return {"text": data.get("tu", ""), "role": data.get("vai_tro", ""), "left": data.get("da_nghi", False)}
