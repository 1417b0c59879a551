"""The aims of the school's development strategy, and the items of plans that serve them."""

from django.db import models
from django.db.models import F, Q

from caitien_web.plans.models.item import PlanItem
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits


class StrategyAim(OfUnits):
    """One aim of the strategy for the years from `from_year` to `to_year`. Never deleted: an aim that is given up says
    why, and the items that served it still name it."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="strategy_aims")
    from_year = models.PositiveSmallIntegerField("từ năm")
    to_year = models.PositiveSmallIntegerField("đến năm")
    number = models.CharField("số thứ tự", max_length=10, blank=True)
    text = models.TextField("mục tiêu")
    document = models.CharField("văn bản chiến lược", max_length=200, blank=True)
    given_up_because = models.CharField(max_length=300, blank=True)
    items = models.ManyToManyField(PlanItem, blank=True, related_name="aims")

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-from_year", "number", "id")
        constraints = [models.CheckConstraint(condition=Q(to_year__gt=F("from_year")), name="a_strategy_lasts")]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}" if self.number else self.text
