"""A plan as it was issued: frozen data, the reason of an adjustment, the signed files."""

from django.conf import settings
from django.db import models

from caitien_web.plans.models.plan import SchoolPlan
from caitien_web.tenancy.kept_file import KeptFile
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.scope import OfUnits


class PlanVersion(OfUnits):
    """Version n of a plan: its JSON by the contract, with the SHA-256 of its canonical bytes (`convert.frozen_bytes`).

    `rows` holds the ids of the items in the order of the data, so that an item is followed from version to version.
    The database refuses to change or delete a row.
    """

    UNIT = "plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(SchoolPlan, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    data = models.JSONField()
    rows = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    document_number = models.CharField(max_length=60)
    signed_on = models.DateField()
    reason = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    approved_by = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_version_a_number")]

    def __str__(self) -> str:
        return f"Phiên bản {self.number}"


class PlanFile(KeptFile):
    """A signed file of a version (scan or signed PDF), kept by its hash."""

    UNIT = "version__plan__unit"

    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="files")

    class Meta(KeptFile.Meta):
        abstract = False
        ordering = ("at",)
