"""The work on items: who carries, what happened period by period, what was asked of others, money."""

from datetime import date
from textwrap import shorten

from django.conf import settings
from django.db import models
from django.db.models import Q

from caitien_web.plans.models import PlanItem
from caitien_web.schools.models import Person
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.scope import OfUnits


class Part(models.TextChoices):
    LEAD = "lead", "Chủ trì"
    SUPPORT = "support", "Phối hợp"


class ItemParty(OfUnits):
    """A party of an item as the plan names it, kept up when the plan is issued; or a person put in charge directly.

    Such a person has days, and either stands in for the party that `party` names, as long as the days last, or, with an
    empty `party`, carries the item beside those whom the plan names.
    """

    UNIT = "item__plan__unit"

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="parties")
    party = models.CharField(max_length=200, blank=True)
    folded = models.CharField(max_length=220, blank=True)
    part = models.CharField(max_length=8, choices=Part)
    place = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="item_parties")
    since = models.DateField("từ ngày", null=True, blank=True)
    until = models.DateField("đến trước ngày", null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("part", "place", "since")
        indexes = [models.Index(fields=["folded"])]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.person or self.party}"

    def holds_on(self, day: date) -> bool:
        """Is it in force on a day? What the plan says always is."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class WorkState(models.TextChoices):
    NOT_STARTED = "not_started", "Chưa bắt đầu"
    UNDER_WAY = "under_way", "Đang thực hiện"
    WAITING = "waiting", "Chờ đơn vị khác"
    DONE = "done", "Đã xong, có minh chứng"
    CONFIRMED = "confirmed", "Đã xác nhận hoàn thành"
    NOT_MET = "not_met", "Không đạt"
    ADJUSTED = "adjusted", "Đã điều chỉnh"
    CARRIED_OVER = "carried_over", "Chuyển tiếp"
    DROPPED = "dropped", "Dừng thực hiện"


OPEN_STATES = (WorkState.NOT_STARTED, WorkState.UNDER_WAY, WorkState.WAITING)
ENDED_STATES = (WorkState.CARRIED_OVER, WorkState.DROPPED, WorkState.ADJUSTED)


class Work(OfUnits):
    """An item in one of its periods: once for most, each month, semester … for what recurs.

    `state` and `percent` are those of the last progress entry, kept in the same transaction. Late is not a state but
    follows from the day: open, and due before it.
    """

    UNIT = "item__plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="works")
    number = models.PositiveSmallIntegerField(default=1)
    label = models.CharField(max_length=60, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=WorkState, default=WorkState.NOT_STARTED)
    percent = models.PositiveSmallIntegerField(default=0)
    reason = models.TextField(blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("due_on", "item__place", "number")
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="one_work_a_period"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="percent_within_100"),
            models.CheckConstraint(condition=~Q(state="dropped") | ~Q(reason=""), name="dropped_with_a_reason"),
        ]
        indexes = [models.Index(fields=["state", "due_on"])]

    def __str__(self) -> str:
        return f"{self.item} ({self.label})" if self.label else str(self.item)


class Progress(OfUnits):
    """One report on a work: state, percentage, what was done, difficulty, proposal. Never changed."""

    UNIT = "work__item__plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    work = models.ForeignKey(Work, models.CASCADE, related_name="progress")
    state = models.CharField(max_length=12, choices=WorkState)
    percent = models.PositiveSmallIntegerField(default=0)
    done = models.TextField("đã làm được", blank=True)
    difficulty = models.TextField("khó khăn", blank=True)
    proposal = models.TextField("đề xuất", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.percent} %"


class Request(OfUnits):
    """Something asked of a higher authority for an item: letter, money or posts, the answer."""

    UNIT = "item__plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    item = models.ForeignKey(PlanItem, models.PROTECT, related_name="requests")
    addressee = models.CharField("gửi", max_length=200)
    subject = models.TextField("nội dung đề nghị")
    letter_number = models.CharField("số văn bản", max_length=60, blank=True)
    sent_on = models.DateField("ngày gửi", null=True, blank=True)
    amount_vnd = models.BigIntegerField("số tiền đề nghị", null=True, blank=True)
    posts = models.PositiveSmallIntegerField("số người đề nghị", null=True, blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)
    answer = models.TextField("trả lời", blank=True)
    granted = models.BooleanField("được chấp thuận", null=True, blank=True)
    made_at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.addressee}: {shorten(self.subject, 60, placeholder=' …')}"


class MoneyKind(models.TextChoices):
    GRANTED = "granted", "Được cấp"
    SPENT = "spent", "Đã chi"


class MoneyEntry(OfUnits):
    """Money granted to or spent on an item, with its source and paper. Planned money stands in the item. Append only;
    a wrong entry is followed by its negative."""

    UNIT = "item__plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    item = models.ForeignKey(PlanItem, models.PROTECT, related_name="money")
    kind = models.CharField(max_length=8, choices=MoneyKind)
    amount_vnd = models.BigIntegerField("số tiền")
    source = models.CharField("nguồn", max_length=120, blank=True)
    on = models.DateField("ngày")
    paper = models.CharField("chứng từ", max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("on", "id")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.amount_vnd}"


class ItemEnd(OfUnits):
    """How an item ended at the year's end: closed with a result, carried over, dropped; once for each item."""

    UNIT = "item__plan__unit"

    class Outcome(models.TextChoices):
        MET = "met", "Đạt"
        PARTLY = "partly", "Đạt một phần"
        NOT_MET = "not_met", "Không đạt"
        CARRIED_OVER = "carried_over", "Chuyển tiếp sang năm sau"
        DROPPED = "dropped", "Dừng thực hiện"

    item = models.OneToOneField(PlanItem, models.CASCADE, related_name="ending")
    outcome = models.CharField(max_length=12, choices=Outcome)
    result = models.TextField("kết quả", blank=True)
    reason = models.TextField("lý do", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome__in=["carried_over", "dropped"]) | ~Q(reason=""), name="carried_with_a_reason"
            )
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()


class CalendarFeed(models.Model):
    """The secret address of a person's calendar; the secret is kept as its hash, and a new one ends the old."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="calendar_feed")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person)


__all__ = [
    "ENDED_STATES",
    "OPEN_STATES",
    "CalendarFeed",
    "ItemEnd",
    "ItemParty",
    "MoneyEntry",
    "MoneyKind",
    "Part",
    "Progress",
    "Request",
    "Work",
    "WorkState",
]
