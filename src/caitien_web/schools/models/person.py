"""A person at a unit, with or without an account."""

from django.db import models

from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits


class Person(OfUnits):
    """Somebody who works at a unit. Contact data is seen inside the unit only.

    `duty` is what the person is called beside the roles of rights: "Giáo viên Ngữ văn", "Tổ trưởng tổ Khoa học".
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="people")
    full_name = models.CharField("họ và tên", max_length=100)
    folded = models.CharField(max_length=120)
    duty = models.CharField("chức vụ, nhiệm vụ", max_length=120, blank=True)
    group = models.CharField("tổ chuyên môn, bộ phận", max_length=120, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    phone = models.CharField("số điện thoại", max_length=20, blank=True)
    left_on = models.DateField("nghỉ từ ngày", null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("folded",)
        indexes = [models.Index(fields=["unit", "folded"])]

    def __str__(self) -> str:
        return self.full_name
