"""Forms of units."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from caitien_web.schools.forms.set_up import editions
from caitien_web.tenancy.models import Ownership, SchoolLevel, Unit, UnitKind
from caitien_web.ui.fields import DayField


class UnitForm(forms.ModelForm):
    """Particulars without a date."""

    edition = forms.ChoiceField(label="Bộ tiêu chuẩn đánh giá", choices=editions, required=False)

    class Meta:
        model = Unit
        fields = ("level", "ownership", "address", "edition", "website")
        labels = {
            "level": "Cấp học",
            "ownership": "Loại hình",
            "address": "Địa chỉ",
            "website": "Trang thông tin điện tử",
        }

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        if not self.instance.is_school:
            del self.fields["level"], self.fields["ownership"], self.fields["edition"]
            return
        cast(forms.ChoiceField, self.fields["ownership"]).choices = [("", "Chọn loại hình"), *Ownership.choices]
        self.fields["address"].help_text = "In trong mục Thông tin chung của kế hoạch, cùng loại hình."


class NameForm(forms.Form):
    """Names from a day on."""

    name = forms.CharField(label="Tên đơn vị", max_length=200)
    abbreviation = forms.CharField(label="Tên viết tắt trong số văn bản", max_length=30, required=False)
    governing_body = forms.CharField(label="Cơ quan chủ quản ghi trên văn bản", max_length=200, required=False)
    place = forms.CharField(label="Địa danh ghi trên văn bản", max_length=100, required=False)
    since = DayField(label="Có hiệu lực từ ngày", help_text="Văn bản ký trước ngày này vẫn mang tên cũ.")


class FoundForm(forms.Form):
    """A unit to found below another one."""

    kind = forms.ChoiceField(label="Loại đơn vị")
    name = forms.CharField(label="Tên đơn vị", max_length=200)
    level = forms.ChoiceField(label="Cấp học", choices=[("", "Chọn cấp học"), *SchoolLevel.choices], required=False)
    abbreviation = forms.CharField(label="Tên viết tắt trong số văn bản", max_length=30, required=False)
    place = forms.CharField(label="Địa danh ghi trên văn bản", max_length=100, required=False)

    def __init__(self, *args: Any, unit: Unit, **given: Any) -> None:
        super().__init__(*args, **given)
        ranks = list(UnitKind)
        self.fields["level"].required = self.data.get("kind", UnitKind.SCHOOL) == UnitKind.SCHOOL
        self.fields["level"].error_messages["required"] = "Chọn cấp học của trường."
        below = ranks[ranks.index(UnitKind(unit.kind)) + 1 :]
        cast(forms.ChoiceField, self.fields["kind"]).choices = [(kind.value, kind.label) for kind in reversed(below)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") != UnitKind.SCHOOL:
            data["level"] = ""
        return data


class MoveForm(forms.Form):
    """The authority that a unit goes to, from a day on."""

    to = forms.ModelChoiceField(
        Unit.objects.none(), label="Cơ quan quản lý mới", to_field_name="slug", empty_label="Chọn cơ quan quản lý"
    )
    on = DayField(label="Từ ngày", help_text="Hôm nay hoặc một ngày đã qua, theo quyết định.")

    def __init__(self, *args: Any, places: QuerySet[Unit], **given: Any) -> None:
        super().__init__(*args, **given)
        cast("forms.ModelChoiceField[Unit]", self.fields["to"]).queryset = places


class EndForm(forms.Form):
    """The end of a unit, on a day; `into`: the unit that goes on with it."""

    into = forms.ModelChoiceField(
        Unit.objects.none(),
        label="Sáp nhập vào",
        required=False,
        to_field_name="slug",
        empty_label="Không sáp nhập, chỉ ngừng hoạt động",
    )
    on = DayField(label="Từ ngày")

    def __init__(self, *args: Any, unit: Unit, **given: Any) -> None:
        super().__init__(*args, **given)
        beside = Unit.objects.filter(parent=unit.parent, kind=unit.kind, closed_on=None).exclude(pk=unit.pk)
        cast("forms.ModelChoiceField[Unit]", self.fields["into"]).queryset = beside
