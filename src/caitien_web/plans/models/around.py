"""What stands around a plan: comments and answers, findings set aside."""

from django.conf import settings
from django.db import models

from caitien_web.plans.models.item import PlanItem
from caitien_web.plans.models.plan import SchoolPlan
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.scope import OfUnits


class Comment(OfUnits):
    """An opinion on a plan or on one item, by staff or the parents' board, and the answer to it."""

    UNIT = "plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(SchoolPlan, models.CASCADE, related_name="comments")
    item = models.ForeignKey(PlanItem, models.CASCADE, null=True, blank=True, related_name="comments")
    text = models.TextField("ý kiến")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.TextField("trả lời", blank=True)
    taken_up = models.BooleanField("tiếp thu", null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("at",)

    def __str__(self) -> str:
        return self.text[:60]


class SetAside(OfUnits):
    """A finding that the school sets aside with a reason: by code, and by row or words where not all are meant."""

    UNIT = "plan__unit"

    plan = models.ForeignKey(SchoolPlan, models.CASCADE, related_name="set_aside")
    item = models.ForeignKey(PlanItem, models.CASCADE, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=10)
    criterion = models.CharField(max_length=8, blank=True)
    quote = models.TextField(blank=True)
    reason = models.TextField("lý do")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.code}: {self.reason[:60]}"
