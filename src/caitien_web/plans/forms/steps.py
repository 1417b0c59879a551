"""The forms of a plan's steps: what a step wants to know, filled in as far as it is known."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from caitien_web.plans.actions import Signing
from caitien_web.plans.models import SchoolPlan
from caitien_web.plans.queries.comparison import compare, side_of_now, side_of_version
from caitien_web.plans.queries.public import COLUMNS, PARTS
from caitien_web.plans.queries.versions import newest_version, next_number, signatory_of
from caitien_web.ui.fields import DayField, UploadField

CONSULTATION_DAYS = 10
SIGNED_KINDS = (".pdf", ".jpg", ".jpeg", ".png")


class StepForm(forms.Form):
    """A step that wants to know nothing."""

    def __init__(self, plan: SchoolPlan, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.start(timezone.localdate())

    def start(self, today: date) -> None:
        """Fill in what can be known."""


class UntilForm(StepForm):
    until = DayField(label="Góp ý đến hết ngày")

    def start(self, today: date) -> None:
        self.fields["until"].initial = self.plan.consulted_until or today + timedelta(days=CONSULTATION_DAYS)


class RemarkForm(StepForm):
    remark = forms.CharField(
        label="Lời nhắn",
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Ghi vào nhật ký.",
    )


class ReturnForm(StepForm):
    remark = forms.CharField(label="Điều cần sửa", max_length=1000, widget=forms.Textarea({"rows": 4}))


class ReasonForm(StepForm):
    reason = forms.CharField(
        label="Lý do điều chỉnh, bổ sung",
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text="Ví dụ: Kinh phí sửa sân chơi được cấp chậm; đoàn giám sát kiến nghị ngày 20/11/2026.",
    )


class SigningForm(StepForm):
    """Number, day and signatory of a document."""

    number = forms.CharField(label="Số, ký hiệu", max_length=60, help_text="Đối chiếu với sổ văn bản đi của trường.")
    signed_on = DayField(label="Ngày ký")
    title = forms.CharField(label="Chức vụ người ký", max_length=120)
    name = forms.CharField(label="Họ tên người ký", max_length=100)
    signed_file = UploadField(
        label="Bản đã ký",
        required=False,
        accept=SIGNED_KINDS,
        help_text="Bản quét có dấu hoặc tệp PDF đã ký số. Có thể đính kèm sau.",
    )

    def start(self, today: date) -> None:
        plan = self.plan
        self.fields["number"].initial = next_number(plan.unit, today)
        self.fields["signed_on"].initial = today
        self.fields["title"].initial = plan.signatory_title or "Hiệu trưởng"
        self.fields["name"].initial = signatory_of(plan, today)

    @property
    def signing(self) -> Signing:
        """What was filled in, as the actions want it."""
        given = self.cleaned_data
        return Signing(given["number"], given["signed_on"], given["title"], given["name"], given["signed_file"])


class AdjustmentForm(SigningForm):
    """An adjustment also says what changed and who approved that."""

    summary = forms.CharField(label="Nội dung điều chỉnh", max_length=2000, widget=forms.Textarea({"rows": 3}))
    approved_by = forms.CharField(
        label="Người phê duyệt", max_length=200, help_text="Ví dụ: Hiệu trưởng, sau phiên họp Hội đồng ngày 10/11/2026."
    )
    field_order = ("summary", "approved_by", "number", "signed_on", "title", "name", "signed_file")

    def start(self, today: date) -> None:
        super().start(today)
        self.fields["approved_by"].initial = "Hiệu trưởng"
        if not self.is_bound and (before := newest_version(self.plan)):
            told = compare(side_of_version(before), side_of_now(self.plan)).summary
            self.fields["summary"].initial = told[:1].upper() + told[1:]


class PublishForm(StepForm):
    """The parts and columns that everybody may see."""

    parts = forms.MultipleChoiceField(
        label="Phần được công khai", choices=tuple(PARTS.items()), widget=forms.CheckboxSelectMultiple
    )
    columns = forms.MultipleChoiceField(
        label="Cột của bảng kế hoạch",
        choices=tuple(COLUMNS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def start(self, today: date) -> None:
        chosen = self.plan.public_parts or [
            "purposes",
            "table",
            *(f"table.{name}" for name in COLUMNS if name != "budget_text"),
        ]
        self.fields["parts"].initial = [part for part in chosen if part in PARTS]
        self.fields["columns"].initial = [part.removeprefix("table.") for part in chosen if part.startswith("table.")]

    @property
    def chosen(self) -> list[str]:
        """Parts and columns as the plan keeps them."""
        return [*self.cleaned_data["parts"], *(f"table.{name}" for name in self.cleaned_data["columns"])]
