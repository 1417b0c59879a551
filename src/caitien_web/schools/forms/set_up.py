"""The form of the first start."""

import hmac
from typing import Any

from django import forms
from django.conf import settings

from caitien.frameworks import all_frameworks
from caitien.vietnamese.dates import say_day
from caitien_web.schools.actions.set_up import FirstPerson, FirstUnit
from caitien_web.schools.forms.account import NewPasswordForm, UsernameField
from caitien_web.tenancy.models import Ownership, SchoolLevel, UnitKind

KINDS = [
    (UnitKind.SCHOOL, "Trường, trung tâm"),
    (UnitKind.COMMUNE, "UBND xã, phường, đặc khu"),
    (UnitKind.PROVINCE, "Sở Giáo dục và Đào tạo"),
]


def editions() -> list[tuple[str, str]]:
    """The editions of the standards to choose from; first the one in force for the level on the day."""
    known = [(one.id, f"{one.document.number}, áp dụng từ {say_day(one.valid_from)}") for one in all_frameworks()]
    return [("", "Bộ tiêu chuẩn đang có hiệu lực của cấp học"), *reversed(known)]


class SetUpForm(NewPasswordForm):
    """Unit, authority above it, and the first account; the code shows that one sits at this computer."""

    code = forms.CharField(
        label="Mã thiết lập",
        help_text="Mã hiện trong cửa sổ lệnh đã mở trang web.",
        widget=forms.TextInput({"size": 12}),
    )
    kind = forms.ChoiceField(label="Đơn vị của anh/chị là", choices=KINDS, widget=forms.RadioSelect, initial="school")
    name = forms.CharField(label="Tên đơn vị", max_length=200, help_text="Ví dụ: Trường Tiểu học Suối Ngọc")
    level = forms.ChoiceField(label="Cấp học", choices=[("", "Chọn cấp học"), *SchoolLevel.choices], required=False)
    ownership = forms.ChoiceField(
        label="Loại hình",
        choices=[("", "Chọn loại hình"), *Ownership.choices],
        required=False,
        help_text="In cùng địa chỉ trong mục Thông tin chung của kế hoạch.",
    )
    edition = forms.ChoiceField(label="Bộ tiêu chuẩn đánh giá", choices=editions, required=False)
    abbreviation = forms.CharField(
        label="Tên viết tắt trong số văn bản", max_length=30, required=False, help_text="Ví dụ: THSN trong 12/KH-THSN"
    )
    place = forms.CharField(
        label="Địa danh ghi trên văn bản", max_length=100, required=False, help_text="Ví dụ: Suối Ngọc"
    )
    address = forms.CharField(label="Địa chỉ", max_length=200, required=False)
    commune = forms.CharField(
        label="UBND xã, phường quản lý",
        max_length=200,
        required=False,
        help_text="Để trống nếu trực thuộc Sở (trường THPT, trung tâm GDTX).",
    )
    province = forms.CharField(label="Sở Giáo dục và Đào tạo", max_length=200, required=False)
    full_name = forms.CharField(label="Họ và tên của anh/chị", max_length=100)
    is_head = forms.BooleanField(label="Tôi là hiệu trưởng (giám đốc)", required=False, initial=True)
    email = forms.EmailField(label="Thư điện tử", required=False)
    username = UsernameField()

    field_order = [
        *("code", "kind", "name", "level", "ownership", "edition", "abbreviation", "place", "address"),
        *("commune", "province"),
        *("full_name", "is_head", "email", "username", "password", "again"),
    ]
    UNIT = (
        *("kind", "name", "level", "ownership", "edition", "abbreviation", "place", "address"),
        *("commune", "province"),
    )
    PERSON = ("full_name", "is_head", "email", "username", "password", "again")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["level"].required = self.data.get("kind", UnitKind.SCHOOL) == UnitKind.SCHOOL
        self.fields["level"].error_messages["required"] = "Chọn cấp học của trường."

    def unit_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.UNIT]

    def person_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.PERSON]

    def clean_code(self) -> str:
        """Only who reads the terminal sets the site up."""
        given = self.cleaned_data["code"].strip().upper()
        if not settings.SETUP_CODE or not hmac.compare_digest(given.encode(), settings.SETUP_CODE.encode()):
            raise forms.ValidationError("Mã chưa đúng. Xem lại mã trong cửa sổ lệnh.")
        return str(given)

    def clean(self) -> dict[str, Any]:
        """An authority stands below none of its own kind, and has no level."""
        data = super().clean()
        if data.get("kind") != UnitKind.SCHOOL:
            data["level"] = data["ownership"] = ""
        if data.get("kind") == UnitKind.COMMUNE:
            data["commune"] = ""
        if data.get("kind") == UnitKind.PROVINCE:
            data["commune"] = data["province"] = ""
        return data

    def first_unit(self, edition: str) -> FirstUnit:
        """The unit as typed, with the edition of its level where none was chosen."""
        given = {name: self.cleaned_data[name] for name in self.UNIT}
        return FirstUnit(**{**given, "edition": given["edition"] or edition})

    def first_person(self) -> FirstPerson:
        return FirstPerson(**{name: self.cleaned_data[name] for name in self.PERSON if name != "again"})
