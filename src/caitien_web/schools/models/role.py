"""Which person has which role at which unit, from when until when."""

from datetime import date

from django.db import models
from django.db.models import F, Q, QuerySet

from caitien_web.schools.models.person import Person
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit


class Role(models.TextChoices):
    """The roles that carry rights; `rights.RIGHTS` says which."""

    ADMINISTRATOR = "administrator", "Quản trị"
    HEAD = "head", "Hiệu trưởng"
    VICE_HEAD = "vice_head", "Phó hiệu trưởng"
    SECRETARY = "secretary", "Thư ký hội đồng"
    COUNCIL_MEMBER = "council_member", "Thành viên hội đồng tự đánh giá"
    MONITOR = "monitor", "Thành viên tổ giám sát"
    STAFF = "staff", "Giáo viên, nhân viên"
    ACCOUNTANT = "accountant", "Kế toán"
    PARENT = "parent", "Ban đại diện cha mẹ học sinh"
    OFFICER = "officer", "Chuyên viên cơ quan quản lý"
    READER = "reader", "Người xem của cơ quan quản lý"


SCHOOL_ROLES = (
    Role.ADMINISTRATOR,
    Role.HEAD,
    Role.VICE_HEAD,
    Role.SECRETARY,
    Role.COUNCIL_MEMBER,
    Role.MONITOR,
    Role.STAFF,
    Role.ACCOUNTANT,
    Role.PARENT,
)
AUTHORITY_ROLES = (Role.ADMINISTRATOR, Role.OFFICER, Role.READER)


class RoleAssignment(models.Model):
    """A role of a person at a unit, with its field ("phụ trách chuyên môn"), from a day until before another."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="roles")
    role = models.CharField(max_length=20, choices=Role)
    field = models.CharField("phụ trách", max_length=120, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="a_role_lasts"),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(role="head", until__isnull=True), name="one_head_without_an_end"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"

    @staticmethod
    def on(day: date) -> "QuerySet[RoleAssignment]":
        """The roles in force on a day."""
        return RoleAssignment.objects.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)
