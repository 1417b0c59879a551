"""Bodies of a school (council, groups, teams, unions), founded by a decision, and their members."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from caitien_web.schools.models.person import Person
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits


class BodyKind(models.TextChoices):
    COUNCIL = "council", "Hội đồng tự đánh giá"
    SECRETARIAT = "secretariat", "Nhóm thư ký"
    WORKING_GROUP = "working_group", "Nhóm công tác"
    MONITORING = "monitoring", "Tổ giám sát"
    INSPECTION = "inspection", "Ban kiểm tra nội bộ"
    PEOPLES_INSPECTION = "peoples_inspection", "Ban thanh tra nhân dân"
    SCHOOL_BOARD = "school_board", "Hội đồng trường"
    UNION = "union", "Công đoàn"
    YOUTH = "youth", "Đoàn, Đội"
    SUBJECT_GROUP = "subject_group", "Tổ chuyên môn"
    OFFICE = "office", "Tổ văn phòng"
    PARENTS = "parents", "Ban đại diện cha mẹ học sinh"
    OTHER = "other", "Bộ phận khác"


class DecisionState(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    ISSUED = "issued", "Đã ban hành"


class Decision(OfUnits):
    """A decision that founds or renews bodies: number, day, subject, signatory, the signed file by its hash."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="decisions")
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    signed_on = models.DateField("ngày ký", null=True, blank=True)
    subject = models.CharField("về việc", max_length=300)
    signatory_title = models.CharField("chức vụ người ký", max_length=120, blank=True)
    signatory_name = models.CharField("người ký", max_length=100, blank=True)
    state = models.CharField(max_length=10, choices=DecisionState, default=DecisionState.DRAFT)
    file_name = models.CharField(max_length=200, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    file_stored = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-made_at",)
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft") | (Q(signed_on__isnull=False) & ~Q(number="")),
                name="an_issued_decision_is_numbered_and_dated",
            )
        ]

    def __str__(self) -> str:
        return f"Quyết định {self.number or '(chưa có số)'}"


class Body(OfUnits):
    """A body from `since` until before `until`; the one that replaces it points back to it."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="bodies")
    kind = models.CharField("loại", max_length=20, choices=BodyKind)
    name = models.CharField("tên", max_length=200)
    folded = models.CharField(max_length=220)
    above = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="groups")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="bodies")
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    standards = models.CharField("tiêu chuẩn được giao", max_length=100, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("kind", "folded")
        verbose_name = "hội đồng, tổ, ban"
        indexes = [models.Index(fields=["unit", "kind"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gt=F("since")), name="a_body_lasts"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def stands_on(self, day: date) -> bool:
        """Is it founded by then, and not ended?"""
        return self.since is not None and self.since <= day and (self.until is None or self.until > day)


class Position(models.TextChoices):
    CHAIR = "chair", "Chủ tịch"
    VICE_CHAIR = "vice_chair", "Phó Chủ tịch"
    SECRETARY = "secretary", "Thư ký"
    LEADER = "leader", "Tổ trưởng"
    VICE_LEADER = "vice_leader", "Tổ phó"
    MEMBER = "member", "Thành viên"


_CHAIRED = {Position.CHAIR: "Chủ tịch", Position.VICE_CHAIR: "Phó Chủ tịch", Position.SECRETARY: "Thư ký"}
_GROUP = {Position.LEADER: "Nhóm trưởng", Position.VICE_LEADER: "Nhóm phó"}
_BOARD = {Position.LEADER: "Trưởng ban", Position.VICE_LEADER: "Phó Trưởng ban"}
_TEAM = {Position.LEADER: "Tổ trưởng", Position.VICE_LEADER: "Tổ phó"}
_ITS_WORDS: dict[str, dict[Position, str]] = {
    BodyKind.COUNCIL: _CHAIRED | {Position.MEMBER: "Ủy viên"},
    BodyKind.SECRETARIAT: _GROUP,
    BodyKind.WORKING_GROUP: _GROUP | {Position.SECRETARY: "Thư ký"},
    BodyKind.INSPECTION: _BOARD,
    BodyKind.PEOPLES_INSPECTION: _BOARD,
    BodyKind.PARENTS: _BOARD,
    BodyKind.SCHOOL_BOARD: _CHAIRED,
    BodyKind.UNION: _CHAIRED | {Position.MEMBER: "Ủy viên"},
    BodyKind.YOUTH: {Position.LEADER: "Bí thư", Position.VICE_LEADER: "Phó Bí thư", Position.MEMBER: "Ủy viên"},
    BodyKind.OTHER: {one: str(one.label) for one in Position},
}


def positions_in(kind: str) -> list[tuple[str, str]]:
    """The positions that a body of a kind has, in its own words: a working group has a "Nhóm trưởng"."""
    words = {Position(key): label for key, label in _ITS_WORDS.get(kind, _TEAM).items()}
    words.setdefault(Position.MEMBER, "Thành viên")
    return [(position.value, words[position]) for position in Position if position in words]


class Membership(OfUnits):
    """A member of a body with a task; a person of the school, or a name from outside (parents, police)."""

    UNIT = "body__unit"

    body = models.ForeignKey(Body, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="memberships")
    outside_name = models.CharField("họ và tên (người ngoài trường)", max_length=100, blank=True)
    duty = models.CharField("chức vụ", max_length=120, blank=True)
    position = models.CharField("nhiệm vụ", max_length=12, choices=Position, default=Position.MEMBER)
    task = models.TextField("công việc được giao", blank=True)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("place", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(outside_name=""), name="a_member_is_somebody"
            ),
            models.UniqueConstraint(fields=["body", "person"], name="once_in_a_body"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.person.full_name if self.person else self.outside_name

    @property
    def position_words(self) -> str:
        """The position as a body of this kind says it; `body` must be loaded."""
        return dict(positions_in(self.body.kind)).get(self.position) or self.get_position_display()


class RoleHolder(OfUnits):
    """Who fills a role that plans name ("Phó hiệu trưởng phụ trách CSVC") from a day until before another.

    Plans keep the role's words; a change of person changes no plan.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="role_holders")
    party = models.CharField("vai trò trong kế hoạch", max_length=200)
    folded = models.CharField(max_length=220)
    person = models.ForeignKey(Person, models.PROTECT, related_name="held_parties")
    since = models.DateField("từ ngày")
    until = models.DateField("đến trước ngày", null=True, blank=True)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("folded", "since")
        indexes = [models.Index(fields=["unit", "folded"])]
        constraints = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="holding_lasts")
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.person}"

    @classmethod
    def on(cls, unit: Unit, day: date) -> "models.QuerySet[Self]":
        """Who holds what at the unit on a day."""
        found = cls.objects.of(unit).filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)
        return found.select_related("person")
