"""Records that were asked for, and records that were brought in."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models

from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits

STALE = timedelta(minutes=30)


class ExportState(models.TextChoices):
    WAITING = "waiting", "Đang chờ"
    MAKING = "making", "Đang xuất"
    READY = "ready", "Đã xuất xong"
    FAILED = "failed", "Không xuất được"
    GONE = "gone", "Đã xóa tệp"


class RecordExport(OfUnits):
    """A record of the school being made, or made: where the .zip lies, for how long, and what is in it."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=ExportState, default=ExportState.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    message = models.CharField(max_length=300, blank=True)
    name = models.CharField(max_length=200, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    rows = models.PositiveIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-at",)

    def __str__(self) -> str:
        return self.name or "hồ sơ"

    @property
    def is_under_way(self) -> bool:
        return self.state in (ExportState.WAITING, ExportState.MAKING)

    @property
    def is_ready(self) -> bool:
        return self.state == ExportState.READY


class ImportState(models.TextChoices):
    WAITING = "waiting", "Đang chờ đọc"
    READING = "reading", "Đang đọc"
    READ = "read", "Đã đọc, chờ xác nhận"
    WRITING = "writing", "Đang ghi"
    DONE = "done", "Đã nhập"
    FAILED = "failed", "Không nhập được"
    DROPPED = "dropped", "Đã bỏ"


class RecordImport(OfUnits):
    """A record on its way in: read apart, its summary shown, then written in one transaction, or dropped.

    `record`: the hash of the record's own list of hashes, by which the same record is known again. `summary`: what the
    pages show of it (reading.judge).
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    message = models.TextField(blank=True)
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    record = models.CharField(max_length=64, blank=True)
    summary = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-at",)

    def __str__(self) -> str:
        return self.name

    @property
    def is_under_way(self) -> bool:
        return self.state in (ImportState.WAITING, ImportState.READING, ImportState.WRITING)

    def is_stuck(self, at: datetime) -> bool:
        """Has nobody heard of it for so long that the worker must have been ended in the middle of it?"""
        return self.is_under_way and (self.seen_at is None or self.seen_at < at - STALE)

    @property
    def is_open(self) -> bool:
        return self.state not in (ImportState.DONE, ImportState.DROPPED)
