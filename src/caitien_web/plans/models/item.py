"""A row of the plan: the union of the columns of all official forms."""

from textwrap import shorten

from django.db import models

from caitien_web.assessment.models import Weakness
from caitien_web.plans.models.plan import SchoolPlan
from caitien_web.tenancy.keys import new_key
from caitien_web.tenancy.scope import OfUnits

# The cells that people write, by the contract's names; the rest of a row is read from them.
ITEM_TEXTS = (
    "criterion",
    "criterion_title",
    "weakness",
    "improvement",
    "target_result",
    "task",
    "solution",
    "indicators",
    "owner_text",
    "time_text",
    "budget_text",
    "funding_source",
    "support_conditions",
    "resources",
    "evidence_outputs",
    "progress",
    "note",
)


class PlanItem(OfUnits):
    """One item. Text cells are as written; owners, days and sums are what the library reads from them.

    `place` orders the rows and leaves gaps. A removed row keeps its id, so that removing can be undone. A cell's
    version is the id of its last CellChange. `evidence_outputs` holds one output a line.
    """

    UNIT = "plan__unit"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    plan = models.ForeignKey(SchoolPlan, models.CASCADE, related_name="items")
    place = models.IntegerField()
    removed_at = models.DateTimeField(null=True, blank=True)

    standard = models.PositiveSmallIntegerField(null=True, blank=True)
    criterion = models.CharField("tiêu chí", max_length=8, blank=True)
    criterion_title = models.TextField("tên tiêu chí", blank=True)
    weakness = models.TextField("điểm yếu", blank=True)
    improvement = models.TextField("nội dung cải tiến", blank=True)
    target_result = models.TextField("kết quả cần đạt", blank=True)
    task = models.TextField("công việc", blank=True)
    solution = models.TextField("giải pháp", blank=True)
    indicators = models.TextField("chỉ số đánh giá kết quả", blank=True)
    owner_text = models.TextField("người thực hiện", blank=True)
    time_text = models.TextField("thời gian", blank=True)
    budget_text = models.TextField("kinh phí", blank=True)
    funding_source = models.TextField("nguồn kinh phí", blank=True)
    support_conditions = models.TextField("điều kiện hỗ trợ", blank=True)
    resources = models.TextField("nguồn lực bảo đảm", blank=True)
    evidence_outputs = models.TextField("sản phẩm, minh chứng", blank=True)
    progress = models.TextField("mức độ thực hiện", blank=True)
    note = models.TextField("ghi chú", blank=True)

    owners = models.JSONField(default=list, blank=True)
    supporting = models.JSONField(default=list, blank=True)
    support_parties = models.JSONField(default=list, blank=True)
    start = models.CharField(max_length=10, blank=True)
    end = models.CharField(max_length=10, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    recurrence = models.CharField(max_length=10, blank=True)
    school_years = models.JSONField(default=list, blank=True)
    budget_vnd = models.BigIntegerField(null=True, blank=True)

    weaknesses = models.ManyToManyField(Weakness, blank=True, related_name="items")
    carried_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="carried_to")
    carry_reason = models.TextField(blank=True)
    times_carried = models.PositiveSmallIntegerField(default=0)
    folded = models.TextField(blank=True, editable=False)

    class Meta(OfUnits.Meta):
        abstract = False
        ordering = ("place", "id")
        indexes = [models.Index(fields=["plan", "place"])]

    def __str__(self) -> str:
        """As sentences name it: by its result, cut at a word, without a stop of its own."""
        return f"{self.criterion or 'Mục'} {shorten(self.target_result, 60, placeholder=' …').rstrip('.;')}"
