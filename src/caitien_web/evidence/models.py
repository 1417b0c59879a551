"""The tables of the evidence register."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from caitien_web.tenancy.kept_file import KeptFile
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits


class EvidenceState(models.TextChoices):
    VALID = "valid", "Đang dùng"
    WITHDRAWN = "withdrawn", "Đã rút"


class Evidence(OfUnits):
    """A piece of evidence: a document, a photo, a record, on paper or as files. Never deleted, only withdrawn.

    `code` is kept for good once given: MC.1.3.01 under TT57, H1-1.3-01 under the circulars of 2018. `files` counts the
    versions, for lists that must not.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="evidence")
    code = models.CharField("mã minh chứng", max_length=20, blank=True)
    title = models.CharField("tên minh chứng", max_length=300)
    number = models.CharField("số, ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.CharField("nơi ban hành, người thực hiện", max_length=200, blank=True)
    place = models.CharField("nơi lưu bản giấy", max_length=200, blank=True)
    link = models.URLField("đường dẫn", max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=EvidenceState, default=EvidenceState.VALID)
    withdrawn_because = models.TextField(blank=True)
    files = models.PositiveSmallIntegerField(default=0)
    folded = models.TextField(blank=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("code", "id")
        verbose_name = "minh chứng"
        indexes = [models.Index(fields=["unit", "state", "code"]), models.Index(fields=["unit", "-at"])]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], condition=~Q(code=""), name="one_evidence_a_code"),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_because=""), name="withdrawn_evidence_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()


class EvidenceVersion(KeptFile):
    """A file of a piece of evidence, by its hash. The database itself refuses to change or delete it."""

    UNIT = "evidence__unit"

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()

    class Meta(KeptFile.Meta):
        abstract = False
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["evidence", "number"], name="one_file_a_number")]

    def __str__(self) -> str:
        return f"{self.name} (bản {self.number})"


class EvidenceLink(OfUnits):
    """What a piece of evidence shows: a criterion of an edition, an indicator of it, and perhaps an item of a plan.

    Plans and progress entries stand above this app: they are known by their keys alone.
    """

    UNIT = "evidence__unit"

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="links")
    edition = models.CharField(max_length=30, blank=True)
    criterion = models.CharField(max_length=8, blank=True)
    indicator = models.CharField(max_length=4, blank=True)
    item = models.UUIDField(null=True, blank=True)
    progress = models.UUIDField(null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("criterion", "indicator", "id")
        indexes = [models.Index(fields=["item"]), models.Index(fields=["progress"])]
        indexes += [models.Index(fields=["evidence", "criterion"])]

    def __str__(self) -> str:
        return f"{self.criterion}{self.indicator}" if self.criterion else "mục của kế hoạch"
