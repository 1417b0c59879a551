"""Forms of papers: what to compose, how it is issued, sent, received."""

from typing import Any

from django import forms

from caitien_web.monitoring.forms.watch import PlanField, text
from caitien_web.monitoring.models import MonitoringRound, PaperKind, Request, Review
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Body, Decision, Person
from caitien_web.tenancy.models import Unit
from caitien_web.ui.fields import DayField, UploadField
from caitien_web.ui.vn import day

# What a kind is about beside the plan: the label of the choice.
ABOUT = {
    PaperKind.REVIEW_MINUTES: "Kỳ sơ kết, tổng kết",
    PaperKind.MONITORING: "Đợt giám sát",
    PaperKind.ASSIGNMENT: "Người được giao việc",
    PaperKind.TASK_LIST: "Tổ, bộ phận",
    PaperKind.DECISION: "Quyết định",
    PaperKind.REQUEST: "Đề nghị",
}


def subjects_of(kind: str, unit: Unit, plan: SchoolPlan | None) -> Any:
    """What a paper of the kind may be about."""
    if kind == PaperKind.REVIEW_MINUTES:
        return Review.objects.of(unit).filter(plan=plan).select_related("plan__unit")
    if kind == PaperKind.MONITORING:
        return MonitoringRound.objects.of(unit).filter(plan=plan).select_related("plan__unit", "body")
    if kind == PaperKind.ASSIGNMENT:
        return Person.objects.of(unit).filter(left_on=None)
    if kind == PaperKind.TASK_LIST:
        return Body.objects.of(unit).filter(until=None)
    if kind == PaperKind.DECISION:
        return Decision.objects.of(unit).select_related("unit")
    return Request.objects.of(unit).filter(item__plan=plan).select_related("item__plan__unit")


class SubjectField(forms.ModelChoiceField):
    """What a paper is about. Of reviews a year has several of one kind, so that each tells its day."""

    def label_from_instance(self, subject: Any) -> str:
        return f"{subject}, ngày {day(subject.planned_on)}" if isinstance(subject, Review) else str(subject)


class ComposeForm(forms.Form):
    """What a paper is to be about. Only the fields that its kind wants are there."""

    plan: Any = PlanField()
    on = DayField(label="Tính đến ngày")
    since = DayField(label="Từ ngày", required=False)
    span = forms.CharField(
        label="Kỳ báo cáo", max_length=100, required=False, help_text="Ví dụ: tháng 10 năm 2026, học kỳ I."
    )

    def __init__(self, *given: Any, kind: str, unit: Unit, plans: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]
        if kind in (PaperKind.DECISION, PaperKind.REMINDERS):
            del self.fields["plan"]
        if kind != PaperKind.PROGRESS:
            del self.fields["since"], self.fields["span"]
        if kind in ABOUT:
            found = subjects_of(kind, unit, plans.first())
            self.fields["subject"] = SubjectField(found, label=ABOUT[PaperKind(kind)], empty_label=None)
            self.order_fields(["plan", "subject", "on"])


def signed_file(**given: Any) -> UploadField:
    """A scan or a signed PDF."""
    told = "Bản quét có dấu hoặc PDF ký số: tệp PDF, JPEG, PNG, tối đa 20 MB."
    kinds = [".pdf", "image/jpeg", "image/png"]
    return UploadField(label="Bản đã ký", help_text=told, accept=kinds, camera=True, **given)


class IssueForm(forms.Form):
    """Number, day, signatory, perhaps the signed file."""

    number = forms.CharField(label="Số, ký hiệu", max_length=60, required=False)
    signed_on = DayField(label="Ngày ký")
    signatory = forms.CharField(label="Họ và tên người ký", max_length=100)
    file = signed_file(required=False)


class SendForm(forms.Form):
    """To which authority above the school, or to whom else in words."""

    to: Any = forms.ModelChoiceField(Unit.objects.none(), label="Gửi cơ quan", required=False, empty_label="Nơi khác")
    to_name = forms.CharField(label="Nơi nhận khác", max_length=200, required=False)

    def __init__(self, *given: Any, unit: Unit, **named: Any) -> None:
        super().__init__(*given, **named)
        above = Unit.objects.filter(path__in=unit.ancestor_paths()[:-1], closed_on=None)
        self.fields["to"].queryset = above.order_by("-path")  # type: ignore[attr-defined]


class RemarkForm(forms.Form):
    remark = text("Nhận xét")


class SignedFileForm(forms.Form):
    """The paper as it was signed: a scan or a signed PDF."""

    file = signed_file()
