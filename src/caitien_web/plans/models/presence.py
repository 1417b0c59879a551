"""Who has a plan open, and at which cell: so that two people do not write into one cell unknowingly."""

from django.conf import settings
from django.db import models

from caitien_web.plans.models.plan import SchoolPlan
from caitien_web.tenancy.scope import OfUnits


class Presence(OfUnits):
    """The place of one person in one plan when last heard of; worth something for less than a minute."""

    UNIT = "plan__unit"

    plan = models.ForeignKey(SchoolPlan, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    row = models.CharField(max_length=36, blank=True)
    field = models.CharField(max_length=30, blank=True)
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["plan", "user"], name="one_presence_a_person")]

    def __str__(self) -> str:
        return f"{self.user}: {self.row}/{self.field}"
