"""The keys by which programs come in for a person."""

from django.conf import settings
from django.db import models

from caitien_web.tenancy.keys import new_key


class Scope(models.TextChoices):
    """What a key is for. It never opens more than its person may do."""

    READ_PLANS = "plans:read", "Đọc kế hoạch, phiên bản, văn bản, lỗi"
    WRITE_PLANS = "plans:write", "Tạo bản nháp, gửi tệp để nhập"
    READ_EVIDENCE = "evidence:read", "Đọc, tải minh chứng"
    WRITE_EVIDENCE = "evidence:write", "Thêm minh chứng, thêm tệp của minh chứng"
    READ_OVERSIGHT = "oversight:read", "Đọc tổng hợp các đơn vị trực thuộc"


class Key(models.Model):
    """A key of one person. The secret itself is shown once, when it is made; only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_keys")
    name = models.CharField("tên", max_length=60)
    start = models.CharField(max_length=10)
    secret_hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    made_at = models.DateTimeField()
    valid_until = models.DateField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    minute = models.DateTimeField(null=True, blank=True)  # the minute in which `asked` requests were counted
    asked = models.PositiveIntegerField(default=0)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return self.name

    @property
    def scope_words(self) -> list[str]:
        """What the key is for, in words."""
        return [Scope(scope).label for scope in self.scopes]
