"""Papers made from the data: reports, minutes, notices, letters; what was sent to whom and received by whom."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from caitien_web.plans.models import SchoolPlan
from caitien_web.tenancy.kept_file import KeptFile
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits


class PaperKind(models.TextChoices):
    PROGRESS = "progress", "Báo cáo tiến độ"
    REVIEW_MINUTES = "review_minutes", "Biên bản sơ kết, tổng kết"
    MONITORING = "monitoring", "Báo cáo giám sát"
    EVALUATION = "evaluation", "Báo cáo tổng kết, đánh giá cuối năm"
    TO_AUTHORITY = "to_authority", "Báo cáo gửi cơ quan quản lý"
    NOTICE = "notice", "Thông báo công khai"
    ASSIGNMENT = "assignment", "Phiếu giao việc"
    TASK_LIST = "task_list", "Danh mục việc của tổ, bộ phận"
    DECISION = "decision", "Quyết định thành lập, kiện toàn"
    REQUEST = "request", "Công văn, tờ trình đề nghị"
    BUDGET = "budget", "Tổng hợp kinh phí, biên chế đề nghị"
    REMINDERS = "reminders", "Bảng nhắc việc"


class PaperState(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    ISSUED = "issued", "Đã ký, ban hành"
    WITHDRAWN = "withdrawn", "Đã thu hồi"


class Paper(OfUnits):
    """A paper: its content as the library's official paper in JSON, editable until issued, then frozen by its hash."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="papers")
    plan = models.ForeignKey(SchoolPlan, models.PROTECT, null=True, blank=True, related_name="papers")
    kind = models.CharField(max_length=16, choices=PaperKind)
    subject_id = models.CharField(max_length=40, blank=True)  # the round, review, person … it is about
    title = models.CharField("trích yếu", max_length=300)
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    signed_on = models.DateField("ngày ký", null=True, blank=True)
    state = models.CharField(max_length=10, choices=PaperState, default=PaperState.DRAFT)
    content = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-made_at",)
        indexes = [models.Index(fields=["unit", "kind", "-made_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft") | (Q(signed_on__isnull=False) & ~Q(sha256="")),
                name="an_issued_paper_is_frozen",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}".strip()


class PaperFile(KeptFile):
    """A paper as it was signed (scan or signed PDF), by its hash; the newest counts, the earlier ones stay.

    The database itself refuses to change or delete it.
    """

    UNIT = "paper__unit"

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="files")
    number = models.PositiveSmallIntegerField()

    class Meta(KeptFile.Meta):
        abstract = False
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["paper", "number"], name="one_signed_file_a_number")]

    def __str__(self) -> str:
        return f"{self.name} (bản {self.number})"


class Submission(OfUnits):
    """A paper on its way to an authority: sent when and how, received by whom, or returned with a remark."""

    UNIT = "paper__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="submissions")
    to = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="received")
    to_name = models.CharField("gửi đến", max_length=200)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField()
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    received_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    remark = models.TextField("nhận xét", blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-sent_at",)

    def __str__(self) -> str:
        return f"{self.paper} → {self.to_name}"


class Reminder(models.Model):
    """A reminder or a notice that was put out, once for each person, matter and day."""

    NOTICE = "entry:"  # the matters of notices: what somebody did

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    person = models.ForeignKey("schools.Person", models.CASCADE, related_name="reminders")
    matter = models.CharField(max_length=80)  # "work:<id>:due", "round:<id>:soon", "entry:<id>" for what somebody did …
    day = models.DateField()
    text = models.CharField(max_length=300)
    address = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-at",)
        constraints = [models.UniqueConstraint(fields=["person", "matter", "day"], name="reminded_once")]
        indexes = [
            models.Index(fields=["person", "-at"]),
            models.Index(fields=["person"], condition=Q(read_at=None), name="unread_of_a_person"),
        ]

    def __str__(self) -> str:
        return self.text


class Digest(models.Model):
    """How a person wants the mail of reminders: on which week days, or none."""

    person = models.OneToOneField("schools.Person", models.CASCADE, related_name="digest")
    weekdays = models.CharField(max_length=7, default="12345")  # 1 is Monday; empty stops it
    last_sent_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person}: {self.weekdays or 'không gửi'}"
