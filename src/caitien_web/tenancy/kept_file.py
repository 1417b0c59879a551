"""The columns of a file that people brought, for tables of kept files."""

from typing import Any, Self

from django.conf import settings
from django.db import models

from caitien_web.tenancy.files import Kept
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.scope import OfUnits


class KeptFile(OfUnits):
    """A file by its hash, as `tenancy.files.keep_file` kept it; who brought it, and when."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of_kept(cls, kept: Kept, **given: Any) -> Self:
        """A row of a file that was kept, not yet saved."""
        told = {"name": kept.name, "content_type": kept.content_type, "size": kept.size}
        return cls(**told, sha256=kept.sha256, stored=kept.stored, **given)
