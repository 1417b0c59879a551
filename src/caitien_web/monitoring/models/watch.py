"""Watching over a plan: rounds of the monitoring team, what was observed, follow-up; reviews and their results."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from caitien_web.monitoring.models.work import Work
from caitien_web.plans.models import PlanItem, PlanVersion, SchoolPlan
from caitien_web.schools.models import Body
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.scope import OfUnits


class RoundState(models.TextChoices):
    PLANNED = "planned", "Sắp tới"
    OPEN = "open", "Đang giám sát"
    CLOSED = "closed", "Đã kết thúc"


class MonitoringRound(OfUnits):
    """A round of a watching body (monitoring team, internal or people's inspection) over the plan's works."""

    UNIT = "plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(SchoolPlan, models.PROTECT, related_name="rounds")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="rounds")
    title = models.CharField("tên đợt", max_length=200)
    planned_on = models.DateField("dự kiến ngày")
    held_on = models.DateField("ngày giám sát", null=True, blank=True)
    state = models.CharField(max_length=8, choices=RoundState, default=RoundState.PLANNED)
    favourable = models.TextField("thuận lợi", blank=True)
    difficult = models.TextField("khó khăn", blank=True)
    conclusion = models.TextField("nhận xét chung", blank=True)
    made_at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("planned_on", "id")

    def __str__(self) -> str:
        return self.title


class Observation(OfUnits):
    """What the team found at one work: result, evidence seen, favourable and difficult points, recommendation."""

    UNIT = "round__plan__unit"

    class Result(models.TextChoices):
        DONE = "done", "Đã hoàn thành"
        ON_TRACK = "on_track", "Đúng tiến độ"
        BEHIND = "behind", "Chậm tiến độ"
        NOT_DONE = "not_done", "Chưa thực hiện"
        NOT_MET = "not_met", "Không đạt yêu cầu"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    round = models.ForeignKey(MonitoringRound, models.CASCADE, related_name="observations")
    work = models.ForeignKey(Work, models.PROTECT, related_name="observations")
    result = models.CharField("kết quả", max_length=10, choices=Result, blank=True)
    evidence_seen = models.TextField("minh chứng đã xem", blank=True)
    favourable = models.TextField("thuận lợi", blank=True)
    difficult = models.TextField("khó khăn", blank=True)
    recommendation = models.TextField("kiến nghị", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("work__item__place", "work__number")
        constraints = [models.UniqueConstraint(fields=["round", "work"], name="once_a_round")]

    def __str__(self) -> str:
        return f"{self.work}: {self.get_result_display()}"


class FollowUp(OfUnits):
    """The way of a recommendation: the chairman's answer, what was done, closed by the team with a date."""

    UNIT = "observation__round__plan__unit"

    observation = models.OneToOneField(Observation, models.CASCADE, related_name="follow_up")
    answer = models.TextField("trả lời của Chủ tịch hội đồng", blank=True)
    accepted = models.BooleanField("chấp nhận", null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField("hạn khắc phục", null=True, blank=True)
    done = models.TextField("kết quả khắc phục", blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"Kiến nghị: {self.observation}"


class ReviewKind(models.TextChoices):
    MONTH = "month", "Sơ kết tháng"
    SEMESTER_1 = "semester_1", "Sơ kết học kỳ I"
    YEAR = "year", "Tổng kết cuối năm"
    OTHER = "other", "Rà soát đột xuất"


class Review(OfUnits):
    """A review meeting over the plan: month, end of semester I, end of year. Held reviews are not changed any more."""

    UNIT = "plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(SchoolPlan, models.PROTECT, related_name="held_reviews")
    kind = models.CharField("loại", max_length=12, choices=ReviewKind)
    planned_on = models.DateField("dự kiến ngày")
    held_at = models.DateTimeField("bắt đầu họp", null=True, blank=True)
    ended_at = models.DateTimeField("kết thúc họp", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    chair = models.CharField("chủ trì", max_length=100, blank=True)
    secretary = models.CharField("thư ký", max_length=100, blank=True)
    present = models.TextField("có mặt", blank=True)
    absent = models.TextField("vắng mặt", blank=True)
    content = models.TextField("nội dung thảo luận", blank=True)
    lessons = models.TextField("bài học kinh nghiệm", blank=True)
    conclusion = models.TextField("kết luận", blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("planned_on", "id")

    def __str__(self) -> str:
        return self.get_kind_display()


class Effect(models.TextChoices):
    MET = "met", "Đạt mục tiêu"
    PARTLY = "partly", "Đạt một phần"
    NOT_MET = "not_met", "Không đạt"
    TOO_EARLY = "too_early", "Chưa đủ thời gian để đánh giá"


class ReviewResult(OfUnits):
    """What a review says of an item: result, effect, the indicator's value then, an adjustment proposed and decided."""

    UNIT = "review__plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    review = models.ForeignKey(Review, models.CASCADE, related_name="results")
    item = models.ForeignKey(PlanItem, models.PROTECT, related_name="review_results")
    result = models.TextField("kết quả", blank=True)
    effect = models.CharField("hiệu quả", max_length=10, choices=Effect, blank=True)
    indicator = models.CharField("chỉ số", max_length=200, blank=True)
    value = models.DecimalField("giá trị", max_digits=14, decimal_places=2, null=True, blank=True)
    measure = models.CharField("đơn vị tính", max_length=40, blank=True)
    adjustment = models.TextField("đề nghị điều chỉnh", blank=True)
    decided = models.BooleanField("chấp nhận điều chỉnh", null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    version = models.ForeignKey(PlanVersion, models.PROTECT, null=True, blank=True, related_name="adjustments")

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("item__place",)
        constraints = [
            models.UniqueConstraint(fields=["review", "item"], name="one_result_a_review"),
            models.CheckConstraint(condition=Q(decided__isnull=True) | ~Q(adjustment=""), name="decided_on_something"),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_effect_display()}"
