"""The form of a new key."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from caitien_web.api.models import Scope
from caitien_web.ui.fields import DayField


class KeyForm(forms.Form):
    name = forms.CharField(
        label="Tên khóa", max_length=60, help_text="Để nhận ra sau này, ví dụ: Cổng thông tin của Sở."
    )
    scopes = forms.MultipleChoiceField(label="Khóa được", choices=Scope.choices, widget=forms.CheckboxSelectMultiple)
    valid_until = DayField(label="Dùng đến hết ngày", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scopes"].initial = [Scope.READ_PLANS]
        self.fields["valid_until"].initial = timezone.localdate() + timedelta(days=365)
