"""Files on their way to a plan."""

from django.conf import settings
from django.db import models

from caitien_web.plans.models.plan import SchoolPlan
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits


class ImportState(models.TextChoices):
    WAITING = "waiting", "Đang chờ đọc"
    READING = "reading", "Đang đọc"
    READ = "read", "Đã đọc, chờ xác nhận"
    FAILED = "failed", "Không đọc được"
    CONFIRMED = "confirmed", "Đã nhập"
    DROPPED = "dropped", "Đã bỏ"


class Drawing(models.TextChoices):
    """How far the printed pages of a Word file are, which has none of its own."""

    NOT_ASKED = "", "Chưa vẽ"
    UNDER_WAY = "under_way", "Đang vẽ"
    DONE = "done", "Đã vẽ"
    FAILED = "failed", "Không vẽ được"


class PlanImport(OfUnits):
    """A file on its way to a plan: its reading, corrected in place, until somebody confirms it. No plan exists before.

    `data` is the plan's JSON by the contract, `doubts` the findings of the reading (with "settled" once somebody has
    looked), `positions` where each value stood ("drawn": on the printed pages of a Word file), `original` the file's
    own text by blocks, `pictures` how many pages are drawn. `undo` has what was done to the rows, the last thing first
    (`plans.draft_rows`); `attempts` counts the readings begun. `unit` is where it was brought in; an authority brings
    files for a `school`, matched with `likeness`.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="imports")
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    message = models.TextField(blank=True)
    data = models.JSONField(null=True, blank=True)
    doubts = models.JSONField(default=list, blank=True)
    positions = models.JSONField(default=dict, blank=True)
    original = models.JSONField(null=True, blank=True)
    pictures = models.PositiveSmallIntegerField(default=0)
    drawing = models.CharField(max_length=10, choices=Drawing, default=Drawing.NOT_ASKED, blank=True)
    drawing_message = models.TextField(blank=True)
    undo = models.JSONField(default=list, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    format = models.CharField(max_length=12, blank=True)
    school = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    likeness = models.PositiveSmallIntegerField(default=0)
    seen_at = models.DateTimeField(null=True, blank=True)
    batch = models.UUIDField(null=True, blank=True)
    plan = models.ForeignKey(SchoolPlan, models.SET_NULL, null=True, blank=True, related_name="imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-at",)
        indexes = [
            models.Index(fields=["unit", "-at"]),
            models.Index(fields=["by", "-at"]),
            models.Index(fields=["batch"]),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def target(self) -> Unit:
        """The unit that the plan is for."""
        return self.school or self.unit

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.state not in (ImportState.CONFIRMED, ImportState.DROPPED)

    @property
    def is_being_read(self) -> bool:
        return self.state in (ImportState.WAITING, ImportState.READING)
