"""The one table of the history."""

from django.conf import settings
from django.db import models

from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits


class Entry(OfUnits):
    """One action of one person on one subject. The database itself refuses to change or delete it.

    `data` holds what the sentence needs, and under "changes" {field: [before, after]} where a row was changed.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    action = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=40, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    data = models.JSONField(default=dict)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-at", "-id")
        indexes = [
            models.Index(fields=["unit", "-at", "-id"]),
            models.Index(fields=["subject_type", "subject_id", "-at", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.action}"
