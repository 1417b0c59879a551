"""Self-assessments and what was found at each criterion."""

from django.db import models
from django.db.models import Q

from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits
from caitien_web.ui.vn import period


class AssessmentState(models.TextChoices):
    OPEN = "open", "Đang thực hiện"
    FINISHED = "finished", "Đã hoàn thành"
    APPROVED = "approved", "Đã phê duyệt"


class Mark(models.TextChoices):
    """A result as the library's `frameworks.State` names it."""

    NOT_ASSESSED = "not_assessed", "Chưa đánh giá"
    NOT_APPLICABLE = "not_applicable", "Không áp dụng"
    NOT_MET = "not_met", "Không đạt"
    MET = "met", "Đạt"


class Assessment(OfUnits):
    """A self-assessment of a school in a school year under one edition; locked when approved, followed by another."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assessments")
    from_year = models.PositiveSmallIntegerField()
    edition = models.CharField(max_length=30)
    state = models.CharField(max_length=10, choices=AssessmentState, default=AssessmentState.OPEN)
    as_of = models.DateField(null=True, blank=True)
    level_reached = models.CharField(max_length=20, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    clauses = models.JSONField(default=dict, blank=True)  # {clause of level 4: mark}
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-from_year", "-id")
        indexes = [models.Index(fields=["unit", "-from_year"])]

    def __str__(self) -> str:
        return f"Tự đánh giá năm học {period(self.school_year)}"

    @property
    def school_year(self) -> str:
        return f"{self.from_year}-{self.from_year + 1}"

    @property
    def is_locked(self) -> bool:
        """An approved assessment is never changed, only followed by another."""
        return self.state == AssessmentState.APPROVED


class CriterionResult(OfUnits):
    """What was found at a criterion: mark, level reached, description, strengths, weaknesses in words."""

    UNIT = "assessment__unit"

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="results")
    criterion = models.CharField(max_length=8)
    mark = models.CharField(max_length=20, choices=Mark, default=Mark.NOT_ASSESSED)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    indicators = models.JSONField(default=dict, blank=True)  # {"1a": mark, "2": mark of a whole level}
    reason = models.TextField(blank=True)
    description = models.TextField(blank=True)
    strengths = models.TextField(blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["assessment", "criterion"], name="one_result_a_criterion"),
            models.CheckConstraint(
                condition=~Q(mark="not_applicable") | ~Q(reason=""), name="not_applicable_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.get_mark_display()}"
