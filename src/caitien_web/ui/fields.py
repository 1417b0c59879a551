"""Fields of forms as Vietnamese people fill them in: days, sums of money, files."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from caitien.vietnamese.money import read_money
from caitien_web.ui.vn import day

_TIME = re.compile(r"(\d{1,2})\s*(?:(?::|h|giờ)\s*(?:(\d{1,2})(?:\s*phút)?)?)", re.IGNORECASE)


class DayInput(forms.DateInput):
    """A day typed as 05/9/2025, with a calendar beside it where scripts run.

    Not the browser's own field: in a browser set to English it shows the month first.
    """

    template_name = "ui/widgets/day.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        given = {"inputmode": "numeric", "autocomplete": "off", "placeholder": "ngày/tháng/năm", "data-day": ""}
        super().__init__(given | (attrs or {}))

    def format_value(self, value: Any) -> Any:
        return day(value) if isinstance(value, date) else value


class DayField(forms.DateField):
    """A day, typed or chosen."""

    widget = DayInput
    default_error_messages = {"invalid": "Ghi ngày theo mẫu ngày/tháng/năm, ví dụ 05/9/2025."}

    def to_python(self, value: Any) -> date | None:
        return super().to_python(value.strip() if isinstance(value, str) else value)


class TimeField(forms.TimeField):
    """A time of day typed as people write it: 8:05, 14h30, "8 giờ", "8 giờ 30 phút"."""

    default_error_messages = {"invalid": "Ghi giờ theo mẫu giờ:phút, ví dụ 14:30."}

    def __init__(self, **given: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "placeholder": "giờ:phút", "class": "time"}
        given.setdefault("widget", forms.TimeInput(attrs, "%H:%M"))
        super().__init__(**given)

    def to_python(self, value: Any) -> time | None:
        """The time; None where nothing was typed."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        written = _TIME.fullmatch(value.strip())
        hour, minute = (int(part or 0) for part in written.groups()) if written else (24, 0)
        if hour > 23 or minute > 59:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return time(hour, minute)


class MomentInput(forms.MultiWidget):
    """A day and a time of day beside each other: two inputs, `<name>_ngay` and `<name>_gio`."""

    template_name = "ui/widgets/moment.html"

    def __init__(self, day: DayField, time: TimeField) -> None:
        for field, label in ((day, "Ngày"), (time, "Giờ")):
            field.widget.attrs["aria-label"] = label
        super().__init__({"ngay": day.widget, "gio": time.widget})

    def decompress(self, value: datetime | None) -> list[Any]:
        local = timezone.localtime(value) if value else None
        return [local.date(), local.time()] if local else [None, None]


class MomentField(forms.MultiValueField):
    """A moment in the zone of Viet Nam, as a day and a time; without the one the other says nothing."""

    default_error_messages = {"incomplete": "Ghi đủ ngày và giờ."}

    def __init__(self, **given: Any) -> None:
        fields = (DayField(), TimeField())
        super().__init__(fields, widget=MomentInput(*fields), require_all_fields=False, **given)
        for field in fields:
            field.required = False

    def compress(self, data_list: list[Any]) -> datetime | None:
        """The moment; None where neither was typed."""
        on, at = data_list or (None, None)
        if (on is None) != (at is None):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        return from_current_timezone(datetime.combine(on, at)) if on and at is not None else None


class MoneyField(forms.Field):
    """Whole đồng, typed as people write sums: "12.500.000", "12,5 triệu đồng"."""

    default_error_messages = {
        "invalid": "Chưa rõ số tiền. Ghi bằng số, ví dụ 12.500.000.",
        "negative": "Số tiền không thể nhỏ hơn 0.",
    }

    def __init__(self, **given: Any) -> None:
        given.setdefault("widget", forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}))
        super().__init__(**given)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        """The sum in đồng; None where nothing was typed."""
        if value in self.empty_values:
            return None
        if isinstance(value, int):
            return value
        if value.strip().startswith("-"):
            raise ValidationError(self.error_messages["negative"], code="negative")
        amount = read_money(value if any(letter.isalpha() for letter in value) else f"{value} đồng").amount
        if amount is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return amount


class UploadInput(forms.FileInput):
    """A place to drop files on; phones also offer their camera. One request field, whichever way a file came."""

    template_name = "ui/widgets/upload.html"
    allow_multiple_selected = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, camera: bool = False, most: int = 0) -> None:
        super().__init__(attrs)
        self.camera, self.most = camera, most

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"camera": self.camera, "most": self.most}
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return [file for file in files.getlist(name) if file] if hasattr(files, "getlist") else files.get(name)


class UploadField(forms.FileField):
    """Files up to `most` bytes each; `many` gives a list, else one file. Type by content is for the action to judge."""

    def __init__(
        self,
        *,
        many: bool = False,
        most: int = 20_000_000,
        accept: Sequence[str] = (),
        camera: bool = False,
        **given: Any,
    ) -> None:
        self.many, self.most = many, most
        attrs = {"accept": ",".join(accept)} if accept else {}
        given.setdefault("widget", UploadInput(attrs | ({"multiple": True} if many else {}), camera=camera, most=most))
        super().__init__(**given)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files, none of them empty or too large."""
        files = [super(UploadField, self).clean(one) for one in data or []]
        if not files and self.required and not initial:
            raise ValidationError(self.error_messages["required"], code="required")
        for file in files:
            if file.size > self.most:
                told = f"Tệp “{file.name}” nặng {filesizeformat(file.size)}, quá {filesizeformat(self.most)}."
                raise ValidationError(f"{told} Giảm cỡ tệp hoặc chia nhỏ, rồi gửi lại.", code="too_large")
        return files if self.many else (files[0] if files else initial)
