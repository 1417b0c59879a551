"""Forms of work: what a person says about it."""

from django import forms

from caitien_web.monitoring.actions.progress import REPORTABLE
from caitien_web.monitoring.models import WorkState
from caitien_web.ui.fields import DayField, MoneyField, UploadField

STATES = [(str(state), WorkState(state).label) for state in REPORTABLE]
LARGEST_FILE = 20_000_000


class ProgressForm(forms.Form):
    """A report on a work, with photos and files as evidence."""

    state = forms.ChoiceField(label="Tình trạng", choices=STATES, widget=forms.RadioSelect)
    percent = forms.IntegerField(
        label="Hoàn thành được bao nhiêu phần trăm",
        help_text="Chọn “Đã xong” thì tính là 100.",
        min_value=0,
        max_value=100,
        widget=forms.NumberInput({"inputmode": "numeric", "step": 5}),
    )
    done = forms.CharField(label="Đã làm được", widget=forms.Textarea({"rows": 3}), required=False)
    difficulty = forms.CharField(label="Khó khăn", widget=forms.Textarea({"rows": 2}), required=False)
    proposal = forms.CharField(label="Đề xuất", widget=forms.Textarea({"rows": 2}), required=False)
    evidence = UploadField(
        label="Ảnh, tệp minh chứng",
        many=True,
        camera=True,
        most=LARGEST_FILE,
        required=False,
        accept=["image/*", ".pdf", ".docx", ".xlsx"],
    )


class DropForm(forms.Form):
    reason = forms.CharField(label="Lý do dừng", widget=forms.Textarea({"rows": 3}))


class RequestForm(forms.Form):
    """Something asked of a higher authority."""

    addressee = forms.CharField(label="Gửi cơ quan", max_length=200)
    subject = forms.CharField(label="Nội dung đề nghị", widget=forms.Textarea({"rows": 3}))
    letter_number = forms.CharField(label="Số văn bản", max_length=60, required=False)
    sent_on = DayField(label="Ngày gửi", required=False)
    amount_vnd = MoneyField(label="Số tiền đề nghị", required=False)
    posts = forms.IntegerField(label="Số người đề nghị", min_value=0, max_value=999, required=False)


class AnswerForm(forms.Form):
    answered_on = DayField(label="Ngày trả lời")
    answer = forms.CharField(label="Nội dung trả lời", widget=forms.Textarea({"rows": 3}))
    granted = forms.NullBooleanField(
        label="Kết quả",
        widget=forms.Select(choices=[("unknown", "Chưa rõ"), ("true", "Được chấp thuận"), ("false", "Không được")]),
        required=False,
    )


class MoneyForm(forms.Form):
    kind = forms.ChoiceField(
        label="Loại", choices=[("granted", "Được cấp"), ("spent", "Đã chi")], widget=forms.RadioSelect
    )
    amount_vnd = MoneyField(label="Số tiền")
    takes_back = forms.BooleanField(label="Ghi giảm (sửa một khoản đã ghi sai)", required=False)
    on = DayField(label="Ngày")
    source = forms.CharField(label="Nguồn", max_length=120, required=False)
    paper = forms.CharField(label="Chứng từ", max_length=200, required=False)


WEEKDAYS = [
    ("1", "Thứ Hai"),
    ("2", "Thứ Ba"),
    ("3", "Thứ Tư"),
    ("4", "Thứ Năm"),
    ("5", "Thứ Sáu"),
    ("6", "Thứ Bảy"),
    ("7", "Chủ nhật"),
]


class DigestForm(forms.Form):
    """On which days reminders come by mail."""

    weekdays = forms.MultipleChoiceField(
        label="Nhận thư thông báo, nhắc việc vào",
        choices=WEEKDAYS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Bỏ chọn tất cả để thôi nhận thư. Thông báo vẫn hiện ở trang Thông báo, việc ở trang Việc của tôi.",
    )
