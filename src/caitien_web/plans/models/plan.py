"""A school's improvement plan for a school year, or for several."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from caitien_web.assessment.models import Assessment
from caitien_web.plans.terms import terms_of_texts, texts_in
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.models import Unit
from caitien_web.tenancy.scope import OfUnits

# The parts beside the table, as the contract's JSON has them.
PLAN_PARTS = (
    "legal_bases",
    "purposes",
    "prior_results",
    "problems",
    "weak_criteria",
    "target_criteria",
    "reviews",
    "organisation",
    "recipients",
)


SEARCHED_TEXTS = ("subject", "number", "signatory_name", "closing")


class PlanState(models.TextChoices):
    """The steps of a plan; `caitien.plan.status` says which may follow which."""

    DRAFT = "draft", "Nháp"
    CONSULTED = "consulted", "Đang góp ý"
    SUBMITTED = "submitted", "Đã trình"
    APPROVED = "approved", "Đã duyệt"
    ISSUED = "issued", "Đã ban hành"
    UNDER_WAY = "under_way", "Đang thực hiện"
    ADJUSTED = "adjusted", "Đã điều chỉnh"
    EVALUATED = "evaluated", "Đã đánh giá"
    CLOSED = "closed", "Đã đóng"


class SchoolPlan(OfUnits):
    """A plan in its present state; what was issued stands unchanged in its versions.

    The period is [from_year, to_year]: 2026, 2027 is school year 2026 - 2027. `parts` holds the texts beside the table
    by the keys of PLAN_PARTS. Counts are kept by the actions, for lists that must not count rows.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="plans")
    from_year = models.PositiveSmallIntegerField()
    to_year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=PlanState, default=PlanState.DRAFT)
    edition = models.CharField(max_length=30)
    form = models.CharField(max_length=30)
    subject = models.CharField("về việc", max_length=300, blank=True)
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    signed_on = models.DateField("ngày ký", null=True, blank=True)
    signatory_title = models.CharField("chức vụ người ký", max_length=120, blank=True)
    signatory_name = models.CharField("người ký", max_length=100, blank=True)
    closing = models.TextField("lời kết", blank=True)
    parts = models.JSONField(default=dict, blank=True)
    assessment = models.ForeignKey(Assessment, models.PROTECT, null=True, blank=True, related_name="plans")
    previous = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="following")
    consulted_until = models.DateField("góp ý đến hết ngày", null=True, blank=True)
    adjusting = models.BooleanField(default=False)  # an issued plan whose next version is being prepared
    adjustment_reason = models.TextField("lý do điều chỉnh", blank=True)
    is_public = models.BooleanField(default=False)
    public_parts = models.JSONField(default=list, blank=True)
    item_count = models.PositiveIntegerField(default=0)
    error_count = models.PositiveIntegerField(default=0)
    warning_count = models.PositiveIntegerField(default=0)
    hint_count = models.PositiveIntegerField(default=0)
    checked_at = models.DateTimeField(null=True, blank=True)
    folded = models.TextField(blank=True, editable=False)  # what search sees of the texts beside the table
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    in_force: Any = None  # the version that this reads as; see plans.in_force
    rows_in_force: Any = None

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("-from_year", "-to_year")
        constraints = [
            models.UniqueConstraint(fields=["unit", "from_year", "to_year"], name="one_plan_a_period"),
            models.CheckConstraint(condition=Q(to_year__gt=F("from_year")), name="a_period_lasts"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "consulted", "submitted", "approved"]) | Q(signed_on__isnull=False),
                name="an_issued_plan_is_dated",
            ),
        ]
        indexes = [
            models.Index(fields=["-from_year", "state"]),
            models.Index(fields=["unit", "-from_year"]),
            models.Index(fields=["to_year", "from_year"]),
        ]

    def __str__(self) -> str:
        return f"Kế hoạch cải tiến chất lượng {self.period_words}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps `folded` with the texts it is made of. What reads as the version in force is not to be saved."""
        if self.in_force is not None:
            raise TypeError("A plan as it is in force is for reading; save the plan itself.")
        fields = kwargs.get("update_fields")
        if fields is None or {"parts", *SEARCHED_TEXTS} & set(fields):
            self.folded = self.terms()
            kwargs["update_fields"] = fields and {*fields, "folded"}
        super().save(*args, **kwargs)

    def terms(self) -> str:
        """What search sees of the texts beside the table (`plans.terms`)."""
        texts = [getattr(self, field) for field in SEARCHED_TEXTS]
        return " ".join(terms_of_texts([*texts, *texts_in(self.parts)]))

    def rows(self) -> list[Any]:
        """The rows in the plan's own order, without those removed: one query, or none as the plan is in force."""
        if self.rows_in_force is not None:
            return list(self.rows_in_force)
        return list(self.items.filter(removed_at=None).order_by("place", "id"))

    @property
    def slug(self) -> str:
        """The period as addresses have it: "2026-2027"."""
        return f"{self.from_year}-{self.to_year}"

    @property
    def spans_years(self) -> bool:
        return self.to_year - self.from_year > 1

    @property
    def period_words(self) -> str:
        years = f"{self.from_year} - {self.to_year}"
        return f"giai đoạn {years}" if self.spans_years else f"năm học {years}"

    @property
    def is_issued(self) -> bool:
        return self.state in (
            PlanState.ISSUED,
            PlanState.UNDER_WAY,
            PlanState.ADJUSTED,
            PlanState.EVALUATED,
            PlanState.CLOSED,
        )

    @property
    def is_editable(self) -> bool:
        """Whether its cells may be changed: before approval, or while an adjustment is prepared."""
        return self.adjusting or self.state in (PlanState.DRAFT, PlanState.CONSULTED)
