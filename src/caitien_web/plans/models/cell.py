"""Every change of a cell, in the order in which they happened: versions, undo and the history of a row."""

from django.conf import settings
from django.db import models

from caitien_web.plans.models.item import PlanItem
from caitien_web.plans.models.plan import SchoolPlan
from caitien_web.tenancy.scope import OfUnits


class CellChange(OfUnits):
    """One cell of one row, before and after. Its id is the cell's new version and the plan's new "now".

    `field` is one of ITEM_TEXTS, or "row" for a row added ("" → "1"), removed ("1" → "") or moved (place → place).
    `batch` holds together what one person did in one go: a paste, a split.
    """

    UNIT = "plan__unit"

    plan = models.ForeignKey(SchoolPlan, models.CASCADE, related_name="cell_changes")
    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="changes")
    field = models.CharField(max_length=30)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    batch = models.UUIDField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("id",)
        indexes = [models.Index(fields=["plan", "id"]), models.Index(fields=["item", "field", "-id"])]

    def __str__(self) -> str:
        return f"{self.field}: {self.before[:30]} → {self.after[:30]}"
