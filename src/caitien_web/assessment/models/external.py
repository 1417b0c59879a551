"""The assessment from outside, its recommendations, and what the school was recognised as."""

from django.db import models

from caitien_web.assessment.models.weakness import Weakness
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits


class ExternalAssessment(OfUnits):
    """A team from outside assessed the school: who, when, by which decision, with what result and remarks."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="external_assessments")
    edition = models.CharField(max_length=30)
    assessed_on = models.DateField("ngày đánh giá")
    team = models.CharField("đoàn đánh giá", max_length=200)
    decision = models.CharField("quyết định thành lập đoàn", max_length=120, blank=True)
    result = models.CharField("kết quả", max_length=200, blank=True)
    remarks = models.TextField("nhận xét chung", blank=True)
    made_at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-assessed_on",)
        indexes = [models.Index(fields=["unit", "-assessed_on"])]

    def __str__(self) -> str:
        return f"Đánh giá ngoài của {self.team}"


class Recommendation(OfUnits):
    """What the team recommends at a criterion; it is kept as a weakness, so that plans can answer it."""

    UNIT = "external__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    external = models.ForeignKey(ExternalAssessment, models.CASCADE, related_name="recommendations")
    criterion = models.CharField("tiêu chí", max_length=8)
    text = models.TextField("khuyến nghị")
    weakness = models.OneToOneField(Weakness, models.PROTECT, related_name="recommendation")

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("criterion", "id")

    def __str__(self) -> str:
        return f"{self.criterion}: {self.text[:60]}"


class RecognitionKind(models.TextChoices):
    ACCREDITATION = "accreditation", "Kiểm định chất lượng giáo dục"
    NATIONAL_STANDARD = "national_standard", "Trường đạt chuẩn quốc gia"


class Recognition(OfUnits):
    """A decision that recognises the school, as printed: number, day, degree, valid until."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="recognitions")
    kind = models.CharField("loại công nhận", max_length=20, choices=RecognitionKind)
    degree = models.CharField("mức, cấp độ", max_length=60)
    number = models.CharField("số quyết định", max_length=60)
    decided_on = models.DateField("ngày quyết định")
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    valid_until = models.DateField("có giá trị đến")
    made_at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-decided_on", "kind")
        indexes = [models.Index(fields=["unit", "-decided_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__gt=models.F("decided_on")), name="a_recognition_lasts"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.degree}"
