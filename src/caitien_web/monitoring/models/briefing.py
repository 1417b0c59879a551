"""How a plan is made known: conferences, trainings, messages, and who has been informed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from caitien_web.plans.models import SchoolPlan
from caitien_web.schools.models import Person
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.scope import OfUnits


class BriefingKind(models.TextChoices):
    MEETING = "meeting", "Hội nghị, cuộc họp"
    TRAINING = "training", "Tập huấn, bồi dưỡng"
    MESSAGE = "message", "Thư điện tử, tin nhắn"
    POSTING = "posting", "Niêm yết, trang thông tin điện tử"


class Briefing(OfUnits):
    """One occasion on which the plan was made known. `others`: how many from outside (parents, partners) were there.

    Never deleted; what was taken down by mistake is withdrawn with a reason and counts no more.
    """

    UNIT = "plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(SchoolPlan, models.CASCADE, related_name="briefings")
    kind = models.CharField("hình thức", max_length=8, choices=BriefingKind)
    held_on = models.DateField("ngày")
    subject = models.CharField("nội dung", max_length=300)
    place = models.CharField("địa điểm, kênh", max_length=200, blank=True)
    led_by = models.CharField("người phổ biến", max_length=120, blank=True)
    paper = models.CharField("biên bản, văn bản", max_length=120, blank=True)
    others = models.PositiveIntegerField("số người ngoài trường", default=0)
    withdrawn_because = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-held_on", "-at")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject}"


class Informed(OfUnits):
    """A person who knows the plan: by a briefing, or by having read it (`briefing` is empty)."""

    UNIT = "plan__unit"

    plan = models.ForeignKey(SchoolPlan, models.CASCADE, related_name="informed")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    briefing = models.ForeignKey(Briefing, models.CASCADE, null=True, blank=True, related_name="informed")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("at", "id")
        constraints = [
            models.UniqueConstraint(fields=["briefing", "person"], name="once_at_a_briefing"),
            models.UniqueConstraint(
                fields=["plan", "person"], condition=Q(briefing=None), name="read_once_by_each_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}"
