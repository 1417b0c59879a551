"""Forms of those who watch over a plan and review it."""

from typing import Any

from django import forms

from caitien_web.monitoring.models import Effect, Observation, ReviewKind, Work
from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Body, BodyKind
from caitien_web.tenancy.models import Unit
from caitien_web.ui.fields import DayField, MomentField

WATCHING = (BodyKind.MONITORING, BodyKind.INSPECTION, BodyKind.PEOPLES_INSPECTION)


def text(label: str, rows: int = 3, *, required: bool = False, help_text: str = "") -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(label=label, widget=forms.Textarea({"rows": rows}), required=required, help_text=help_text)


class PlanField(forms.ModelChoiceField):
    """A plan of the school, called by its years: its whole name does not fit a phone, and begins alike for all."""

    def __init__(self) -> None:
        super().__init__(SchoolPlan.everywhere.none(), label="Kế hoạch", empty_label=None)

    def label_from_instance(self, plan: Any) -> str:
        return plan.period_words[:1].upper() + plan.period_words[1:]


class RoundForm(forms.Form):
    """A round to come: over which plan, by which body, when."""

    plan = PlanField()
    title = forms.CharField(label="Tên đợt", max_length=200, help_text="Ví dụ: Giám sát đợt 1, học kỳ I.")
    body = forms.ModelChoiceField(
        Body.everywhere.none(), label="Bộ phận giám sát", required=False, empty_label="Chưa chọn"
    )
    planned_on = DayField(label="Dự kiến ngày")

    def __init__(self, *given: Any, unit: Unit, plans: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]
        watching = Body.objects.of(unit).filter(kind__in=WATCHING, until=None)
        self.fields["body"].queryset = watching  # type: ignore[attr-defined]


class OpenRoundForm(forms.Form):
    held_on = DayField(label="Ngày giám sát")
    works: Any = forms.ModelMultipleChoiceField(
        Work.everywhere.none(),
        label="Việc được xem xét",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một việc."},
    )

    def __init__(self, *given: Any, works: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["works"].queryset = works  # type: ignore[attr-defined]


class ObservationForm(forms.Form):
    """What the team found at one work."""

    result = forms.ChoiceField(label="Kết quả", choices=Observation.Result.choices, widget=forms.RadioSelect)
    evidence_seen = text("Minh chứng đã xem", 2)
    favourable = text("Thuận lợi", 2)
    difficult = text("Khó khăn", 2)
    recommendation = text(
        "Kiến nghị", 2, help_text="Kiến nghị được gửi Chủ tịch hội đồng và theo dõi đến khi kết thúc."
    )


class CloseRoundForm(forms.Form):
    favourable = text("Thuận lợi chung")
    difficult = text("Khó khăn chung")
    conclusion = text("Nhận xét chung", required=True)


class AnswerRecommendationForm(forms.Form):
    answer = text("Trả lời của Chủ tịch hội đồng", required=True)
    accepted = forms.TypedChoiceField(
        label="Kết luận",
        choices=[("1", "Chấp nhận, giao khắc phục"), ("0", "Không chấp nhận")],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        initial="1",
    )
    due_on = DayField(label="Hạn khắc phục", required=False)


class CloseRecommendationForm(forms.Form):
    done = text("Kết quả khắc phục")


class ReasonForm(forms.Form):
    reason = text("Lý do", required=True)


class ReviewForm(forms.Form):
    """A review to come."""

    plan = PlanField()
    kind = forms.ChoiceField(label="Loại", choices=ReviewKind.choices)
    planned_on = DayField(label="Dự kiến ngày")

    def __init__(self, *given: Any, plans: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]


class MinutesForm(forms.Form):
    """What the minutes of a review say beside the results."""

    held_at = MomentField(label="Bắt đầu họp lúc", required=False)
    ended_at = MomentField(label="Kết thúc lúc", required=False)
    place = forms.CharField(label="Địa điểm", max_length=200, required=False)
    chair = forms.CharField(label="Chủ trì", max_length=100, required=False)
    secretary = forms.CharField(label="Thư ký", max_length=100, required=False)
    present = text("Có mặt", 2)
    absent = text("Vắng mặt", 2)
    content = text("Nội dung thảo luận", 5)
    lessons = text("Bài học kinh nghiệm")
    conclusion = text("Kết luận của chủ tọa")

    def clean(self) -> dict[str, Any]:
        """A meeting ends after it began."""
        data = super().clean() or {}
        if data.get("held_at") and data.get("ended_at") and data["ended_at"] <= data["held_at"]:
            self.add_error("ended_at", "Cuộc họp phải kết thúc sau khi bắt đầu. Sửa lại giờ.")
        return data


class ResultForm(forms.Form):
    """What a review says of one item."""

    result = text("Kết quả đã đạt")
    effect = forms.ChoiceField(
        label="Hiệu quả so với mục tiêu", choices=[("", "Chưa đánh giá"), *Effect.choices], required=False
    )
    indicator = forms.CharField(label="Chỉ số đo", max_length=200, required=False)
    value = forms.DecimalField(label="Giá trị", max_digits=14, decimal_places=2, required=False, localize=True)
    measure = forms.CharField(label="Đơn vị tính", max_length=40, required=False, help_text="Ví dụ: %, cuốn, lượt.")
    adjustment = text("Đề nghị điều chỉnh", help_text="Để trống nếu không cần điều chỉnh mục này.")
