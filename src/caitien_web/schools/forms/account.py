"""Forms of accounts: a new one, a new password, one's own contact data."""

import re
from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password

from caitien_web.schools.models import Person, User

USERNAME = re.compile(r"[a-z0-9][a-z0-9._@-]{2,59}")
PHONE = re.compile(r"\+?[0-9][0-9 .]{7,18}")


class UsernameField(forms.CharField):
    """A user name that can be typed on any keyboard."""

    def __init__(self, **given: Any) -> None:
        shown = {"label": "Tên đăng nhập", "help_text": "Chữ không dấu, số, dấu chấm; ít nhất 3 ký tự. Ví dụ: man.ha"}
        widget = forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"})
        super().__init__(**{"max_length": 60, "widget": widget, **shown, **given})

    def clean(self, value: Any) -> str:
        """The name in small letters, free and well formed."""
        name = str(super().clean(value)).lower()
        if not USERNAME.fullmatch(name):
            raise forms.ValidationError("Chỉ dùng chữ không dấu, số và các dấu . _ - @; ít nhất 3 ký tự.")
        if User.objects.filter(username__iexact=name).exists():
            raise forms.ValidationError("Tên đăng nhập này đã có người dùng. Chọn tên khác.")
        return name


class PhoneField(forms.CharField):
    """A telephone number as people write it."""

    def __init__(self, **given: Any) -> None:
        shown = {"label": "Số điện thoại", "max_length": 20, "widget": forms.TextInput({"inputmode": "tel"})}
        super().__init__(**{**shown, **given})

    def clean(self, value: Any) -> str:
        number = str(super().clean(value))
        if number and not PHONE.fullmatch(number):
            raise forms.ValidationError("Ghi số điện thoại bằng chữ số, ví dụ 0912 345 678.")
        return number


def _password(label: str, help_text: str = "") -> forms.CharField:
    widget = forms.PasswordInput({"autocomplete": "new-password"})
    return forms.CharField(label=label, strip=False, widget=widget, help_text=help_text)


class NewPasswordForm(forms.Form):
    """A password, twice."""

    password = _password("Mật khẩu")
    again = _password("Nhập lại mật khẩu")

    def __init__(self, *args: Any, user: User | None = None, **given: Any) -> None:
        super().__init__(*args, **given)
        self.user = user
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict[str, Any]:
        """Refuses weak passwords, and two that differ."""
        data = super().clean() or {}
        password, again = data.get("password"), data.get("again")
        if password and again and password != again:
            self.add_error("again", "Hai lần nhập chưa giống nhau. Nhập lại cả hai.")
        elif password:
            self._judge(password, data)
        return data

    def _judge(self, password: str, data: dict[str, Any]) -> None:
        try:
            validate_password(password, self.user or User(username=data.get("username", "")))
        except forms.ValidationError as weak:
            self.add_error("password", weak)


class NewAccountForm(NewPasswordForm):
    """User name and password of somebody who was invited."""

    username = UsernameField()
    field_order = ["username", "password", "again"]


class ContactForm(forms.ModelForm):
    """One's own mail address and telephone number."""

    phone = PhoneField(required=False)

    class Meta:
        model = Person
        fields = ("email", "phone")
        help_texts = {"email": "Dùng để đăng nhập và nhận thư đặt lại mật khẩu."}
