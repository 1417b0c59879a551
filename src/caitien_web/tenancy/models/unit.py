"""A unit of the tree: ministry, province, commune or school; its names by date."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.paths import PathField


class UnitKind(models.TextChoices):
    """What a unit is. District offices ended on 01/7/2025: a school's authority is its commune, or the province."""

    MINISTRY = "ministry", "Bộ Giáo dục và Đào tạo"
    PROVINCE = "province", "Sở Giáo dục và Đào tạo"
    COMMUNE = "commune", "UBND xã, phường"
    SCHOOL = "school", "Cơ sở giáo dục"


class SchoolLevel(models.TextChoices):
    """Levels as the library's `SchoolLevel` names them."""

    PRESCHOOL = "preschool", "Mầm non"
    PRIMARY = "primary", "Tiểu học"
    LOWER_SECONDARY = "lower_secondary", "Trung học cơ sở"
    UPPER_SECONDARY = "upper_secondary", "Trung học phổ thông"
    MULTI_LEVEL = "multi_level", "Phổ thông nhiều cấp học"
    CONTINUING = "continuing", "Giáo dục thường xuyên"


class Ownership(models.TextChoices):
    """Whose a school is, "loại hình": Education Law 2019, article 47."""

    PUBLIC = "public", "Công lập"
    PEOPLE_FOUNDED = "people_founded", "Dân lập"
    PRIVATE = "private", "Tư thục"


class Unit(models.Model):
    """A node of the tree. `path` is its place and the only scope of queries; `slug` stands in addresses and stays.

    `name` and the like are those of today, kept equal to the last UnitName by the actions.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    kind = models.CharField(max_length=10, choices=UnitKind)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = PathField(unique=True)
    slug = models.SlugField(max_length=50, unique=True)
    level = models.CharField(max_length=20, choices=SchoolLevel, blank=True)
    ownership = models.CharField(max_length=20, choices=Ownership, blank=True)
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=30, blank=True)
    governing_body = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=100, blank=True)
    folded = models.CharField(max_length=250, db_index=True)
    address = models.CharField(max_length=200, blank=True)
    website = models.URLField(blank=True)
    edition = models.CharField(max_length=30, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")

    class Meta:
        ordering = ("folded",)
        constraints = [
            models.CheckConstraint(condition=~Q(kind="school") | ~Q(level=""), name="a_school_has_a_level"),
            models.CheckConstraint(condition=Q(path__endswith="/"), name="a_path_ends_with_the_separator"),
        ]
        indexes = [models.Index(fields=["kind", "path"])]

    def __str__(self) -> str:
        return self.name

    @property
    def is_school(self) -> bool:
        return self.kind == UnitKind.SCHOOL

    def is_within(self, other: "Unit") -> bool:
        """Is this unit the other one, or below it?"""
        return self.path.startswith(other.path)

    def ancestor_paths(self) -> list[str]:
        """The paths of this unit and of all above it, the root first."""
        parts = self.path.rstrip("/").split("/")
        return ["/".join(parts[: i + 1]) + "/" for i in range(len(parts))]

    def name_on(self, day: date) -> "UnitName | None":
        """The name on a day: a document prints the names of its day."""
        return self.names.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day).order_by("-since").first()


class UnitName(models.Model):
    """What a unit was called, whom it stood under and where it was from `since` until before `until`."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="names")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=30, blank=True)
    governing_body = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ("since",)
        constraints = [
            models.UniqueConstraint(fields=["unit", "since"], name="one_name_a_day"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="a_name_lasts"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.since})"
