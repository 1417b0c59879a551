"""The mark of a plan's present state: whoever writes, the database itself sets another one."""

from django.db import models

from caitien_web.plans.models.plan import SchoolPlan
from caitien_web.tenancy.scope import OfUnits


class PlanStamp(OfUnits):
    """A random value that stands for a plan with its rows, cells' versions, findings set aside and steps.

    Triggers set it anew with every change of any of them (`plans.stamps`): no action writes here. What was drawn of a
    plan is good for as long as the plan's stamp is the same.
    """

    UNIT = "plan__unit"

    plan = models.OneToOneField(SchoolPlan, models.DO_NOTHING, primary_key=True, related_name="stamp")
    value = models.CharField(max_length=36)

    class Meta(OfUnits.Meta):
        abstract = False

    def __str__(self) -> str:
        return self.value
