"""What the history is narrowed by."""

from typing import Any

from django import forms

from caitien_web.ui.fields import DayField

KINDS = [
    ("", "Mọi việc"),
    ("plans.", "Kế hoạch"),
    ("monitoring.", "Thực hiện, giám sát, báo cáo"),
    ("assessment.", "Tự đánh giá, đánh giá ngoài"),
    ("evidence.", "Minh chứng"),
    ("schools.account.", "Tài khoản"),
    ("schools.own.", "Đăng nhập, mật khẩu của mỗi người"),
    ("schools.", "Đơn vị, nhân sự, hội đồng"),
]


class HistoryFilter(forms.Form):
    """Who, what, from when, until when."""

    ai = forms.CharField(label="Ai", required=False, max_length=100)
    viec = forms.ChoiceField(label="Việc", choices=KINDS, required=False)
    tu = DayField(label="Từ ngày", required=False)
    den = DayField(label="Đến ngày", required=False)

    def asked(self) -> dict[str, Any]:
        """The keywords of `entries_of`; what cannot be understood narrows nothing."""
        self.is_valid()
        data = self.cleaned_data
        days = {"since": data.get("tu"), "until": data.get("den")}
        return {"actor": data.get("ai", ""), "action": data.get("viec", ""), **days}
