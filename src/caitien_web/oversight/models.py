"""Figures over plans, kept beside them; searches for copied plans."""

from django.conf import settings
from django.db import models

from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits


class Dimension(models.TextChoices):
    """By what a figure is told; its `key` says which one."""

    PLAN = "plan", "Kế hoạch"  # key "": all there is
    STANDARD = "standard", "Tiêu chuẩn"  # "4"
    CRITERION = "criterion", "Tiêu chí"  # "4.1|TT57-2026-PT"
    OWNER = "owner", "Người thực hiện"
    SOURCE = "source", "Nguồn kinh phí"  # with a sum only
    MONEY = "money", "Mức kinh phí"  # a key of figures.SUMS
    DUE = "due", "Hạn hoàn thành"  # a day; plans being carried out only


class Rollup(OfUnits):
    """A figure of a unit in a school year: of a school from its plans, of a commune or province from those below.

    Only what an authority may see is counted. Kept by `oversight.keeping` in the transaction of the change.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="rollups")
    from_year = models.PositiveSmallIntegerField()
    dimension = models.CharField(max_length=10, choices=Dimension)
    key = models.CharField(max_length=100, blank=True)
    schools = models.PositiveIntegerField(default=0)
    plans = models.PositiveIntegerField(default=0)
    items = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    amount = models.BigIntegerField(default=0)

    class Meta(OfUnits.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["unit", "from_year", "dimension", "key"], name="one_figure_a_key"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.from_year} {self.dimension} {self.key}"


class CopySearchState(models.TextChoices):
    WAITING = "waiting", "Đang chờ"
    DONE = "done", "Đã xong"
    FAILED = "failed", "Chưa làm được"


class CopySearch(OfUnits):
    """A search for plans that share much of their text, among the schools below an authority; `pairs` is its result.

    A pair: {"first", "second": {"school", "unit", "period"}, "share": per cent, "passages": [texts]}.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="copy_searches")
    from_year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=CopySearchState, default=CopySearchState.WAITING)
    plans = models.PositiveIntegerField(default=0)
    pairs = models.JSONField(default=list, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-at",)
        indexes = [models.Index(fields=["unit", "from_year", "-at"])]

    def __str__(self) -> str:
        return f"{self.unit} {self.from_year}: {self.state}"
