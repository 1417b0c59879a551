"""Weaknesses: the thread that ties assessment, plan and next year."""

from django.db import models

from caitien_web.assessment.models.results import Assessment
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits


class WeaknessState(models.TextChoices):
    OPEN = "open", "Chưa khắc phục"
    PLANNED = "planned", "Đã đưa vào kế hoạch"
    IMPROVED = "improved", "Đã cải tiến"
    CLOSED = "closed", "Đã khắc phục"
    KEPT = "kept", "Chưa vững chắc"


class WeaknessSource(models.TextChoices):
    SELF = "self", "Tự đánh giá"
    EXTERNAL = "external", "Đánh giá ngoài"
    REVIEW = "review", "Sơ kết, tổng kết"
    MONITORING = "monitoring", "Giám sát"


class Weakness(OfUnits):
    """A weakness of a criterion: the thread that ties assessment, plan and next year."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="weaknesses")
    assessment = models.ForeignKey(Assessment, models.PROTECT, null=True, blank=True, related_name="weaknesses")
    edition = models.CharField(max_length=30)
    criterion = models.CharField(max_length=8)
    text = models.TextField()
    source = models.CharField(max_length=12, choices=WeaknessSource, default=WeaknessSource.SELF)
    state = models.CharField(max_length=10, choices=WeaknessState, default=WeaknessState.OPEN)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("criterion", "id")
        indexes = [models.Index(fields=["unit", "state"])]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.text[:60]}"
