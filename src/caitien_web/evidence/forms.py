"""What people fill in about evidence."""

from typing import Any

from django import forms

from caitien.frameworks import load_framework
from caitien_web.evidence.actions import MOST_BYTES
from caitien_web.tenancy.models import Unit
from caitien_web.ui.fields import DayField, UploadField


def criteria_for(unit: Unit) -> list[tuple[str, str]]:
    """The criteria of the unit's edition to choose from."""
    criteria = load_framework(unit.edition).criteria if unit.edition else ()
    return [("", "Không gắn tiêu chí"), *((one.code, f"{one.code} {one.title}") for one in criteria)]


class Description(forms.Form):
    """Title and particulars of a piece of evidence."""

    title = forms.CharField(label="Tên minh chứng", max_length=300)
    number = forms.CharField(label="Số, ký hiệu", max_length=80, required=False)
    issued_on = DayField(label="Ngày ban hành", required=False)
    issuer = forms.CharField(label="Nơi ban hành, người thực hiện", max_length=200, required=False)
    place = forms.CharField(label="Nơi lưu bản giấy", max_length=200, required=False)
    link = forms.URLField(label="Đường dẫn", max_length=500, required=False, assume_scheme="https")


class NewEvidence(Description):
    """A new piece of evidence with its file and the criterion that it shows."""

    criterion = forms.ChoiceField(label="Tiêu chí", required=False)
    code = forms.CharField(
        label="Mã minh chứng", max_length=20, required=False, help_text="Để trống thì mã tiếp theo của tiêu chí."
    )
    file = UploadField(label="Tệp", most=MOST_BYTES, camera=True, required=False)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterion"].choices = criteria_for(unit)  # type: ignore[attr-defined]


class NewVersion(forms.Form):
    """A newer file."""

    file = UploadField(label="Tệp mới", most=MOST_BYTES, camera=True)


class NewLink(forms.Form):
    """Another criterion that the evidence shows."""

    criterion = forms.ChoiceField(label="Tiêu chí")
    indicator = forms.RegexField(label="Chỉ báo", regex=r"^\d?[a-z]?$", required=False, help_text="Ví dụ 1a.")

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Chọn tiêu chí"), *criteria_for(unit)[1:]]
        self.fields["criterion"].choices = choices  # type: ignore[attr-defined]


class Withdrawal(forms.Form):
    """Why a piece of evidence is used no more."""

    reason = forms.CharField(label="Lý do rút", max_length=500, widget=forms.Textarea({"rows": 2}))
