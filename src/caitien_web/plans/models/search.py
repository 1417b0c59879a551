"""What search finds: rows of plans, and the texts beside their tables."""

from django.db import models

from caitien_web.plans.models.item import PlanItem
from caitien_web.plans.models.plan import SchoolPlan
from caitien_web.tenancy.scope import OfUnits


class SearchText(OfUnits):
    """One searchable row: an item, or (without one) what stands beside the table of a plan.

    Triggers keep it and the index over it (`plans.search_index`): no action writes here. `marks` are the plan's:
    units above, years, state. While an adjustment is prepared a plan has two of them for each text: what is being
    written, and with the terms in `frozen` what the version in force says.
    """

    UNIT = "plan__unit"

    plan = models.ForeignKey(SchoolPlan, models.DO_NOTHING, related_name="+")
    item = models.ForeignKey(PlanItem, models.DO_NOTHING, null=True, related_name="+")
    marks = models.TextField(blank=True)
    frozen = models.TextField(null=True)  # null: the terms are those of the item or the plan

    class Meta(OfUnits.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["item"], condition=models.Q(frozen=None), name="one_text_an_item"),
        ]

    def __str__(self) -> str:
        return str(self.item or self.plan)
