"""The form that names somebody for a role of a plan, and the field that chooses a person by typing."""

from typing import Any

from django import forms

from caitien_web.schools.models import Person
from caitien_web.schools.roster import Roster, SeveralPeople
from caitien_web.ui.fields import DayField


class PersonField(forms.CharField):
    """Somebody of the list of staff, chosen by typing the name with or without marks. Needs `roster` before it cleans;
    the page needs a datalist "nhan-su" (schools/_people_list.html)."""

    roster: Roster

    def __init__(self, **given: Any) -> None:
        attrs = {"list": "nhan-su", "autocomplete": "off", "data-person": "", "data-alone": ""}
        super().__init__(max_length=240, widget=forms.TextInput(attrs), **given)

    def clean(self, value: Any) -> Person | None:
        """The person; an error that says how to choose where nobody or several are meant."""
        typed = " ".join(super().clean(value).split())
        if not typed:
            return None
        try:
            found = self.roster.find(typed)
        except SeveralPeople as told:
            raise forms.ValidationError(str(told)) from None
        if found is None:
            raise forms.ValidationError(
                f"Không có “{typed}” trong danh sách nhân sự. Chọn trong danh sách gợi ý; "
                "người mới thì thêm ở trang Nhân sự trước."
            )
        return found


class HolderForm(forms.Form):
    """Who fills a role from when; in the place of those before, or beside them."""

    person: Any = PersonField(label="Người được phân công")
    since = DayField(label="Từ ngày")
    until = DayField(label="Đến hết ngày trước", required=False, help_text="Để trống nếu chưa định ngày kết thúc.")
    beside = forms.TypedChoiceField(
        label="Người đang được phân công",
        choices=[("0", "Thôi giữ vai trò này từ ngày đó"), ("1", "Vẫn giữ, cùng làm với người mới")],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        initial="0",
    )

    def __init__(self, *given: Any, roster: Roster, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["person"].roster = roster  # type: ignore[attr-defined]
