"""What search finds: rows of plans, and the texts beside their tables."""

from django.db import models

from caitien_web.plans.models.item import PlanItem
from caitien_web.plans.models.plan import SchoolPlan
from caitien_web.tenancy.scope import OfUnits


class SearchText(OfUnits):
    """One searchable row: an item, or (without one) what stands beside the table of a plan.

    Triggers keep it and the index over it (`plans.search_index`): no action writes here. `marks` are the plan's:
    units above, years, state.
    """

    UNIT = "plan__unit"

    plan = models.ForeignKey(SchoolPlan, models.DO_NOTHING, related_name="+")
    item = models.OneToOneField(PlanItem, models.DO_NOTHING, null=True, related_name="+")
    marks = models.TextField(blank=True)

    class Meta(OfUnits.Meta):
        abstract = False

    def __str__(self) -> str:
        return str(self.item or self.plan)
