"""The page that leads through a record without the product: one file of HTML with links to what lies beside it.

And the history as a page of its own.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from typing import Any

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.html import format_html

from caitien_web.assessment.models import Assessment, ExternalAssessment, Recognition, Weakness
from caitien_web.evidence.models import Evidence
from caitien_web.history.models import Entry
from caitien_web.history.sentences import sentence
from caitien_web.monitoring.models import MoneyEntry, MonitoringRound, Paper, Review, Work
from caitien_web.plans.models import PlanItem, SchoolPlan
from caitien_web.record.chunks import CHUNK, in_chunks
from caitien_web.record.packing.documents import Documents
from caitien_web.record.packing.files import Files
from caitien_web.schools.models import Body, Decision, Person
from caitien_web.tenancy.models import Unit
from caitien_web.ui.vn import moment

A_PIECE = 100  # pieces of evidence rendered at a time


def index_page(unit: Unit, files: Files, documents: Documents, *, by: str, at: datetime) -> Iterator[bytes]:
    """index.html: the school, its years, plans, assessments, evidence, papers, decisions, rounds and reviews.

    Piece by piece: a school has ten thousand files.
    """
    page = {"school": unit, "by": by, "at": at, "files": files, "documents": documents.names}
    before = {"names": unit.names.all(), "plans": _plans(unit), **_assessed(unit)}
    yield render_to_string("record/index_before.html", page | before).encode()
    for some in in_chunks(_evidence(unit), A_PIECE):
        yield render_to_string("record/index_evidence.html", {"evidence": some, "files": files}).encode()
    after = {"product": f"caitien {version('caitien')}", **_around(unit)}
    yield render_to_string("record/index_after.html", page | after).encode()


def history_page(unit: Unit) -> Iterator[bytes]:
    """nhat-ky.html, line after line: a school's history is long."""
    head = render_to_string("record/history_head.html", {"school": unit})
    yield head.encode()
    entries: QuerySet[Entry] = Entry.objects.of(unit)
    for entry in entries.order_by("-at", "-id").iterator(chunk_size=CHUNK):
        yield format_html("<li><time>{}</time> {}</li>\n", moment(entry.at), sentence(entry)).encode()
    yield b"</ol></body></html>\n"


def _plans(unit: Unit) -> list[dict[str, Any]]:
    items, works, money = defaultdict(list), defaultdict(list), defaultdict(list)
    for item in PlanItem.objects.of(unit).filter(removed_at=None).select_related("ending").order_by("place"):
        items[item.plan_id].append(item)
    for work in Work.objects.of(unit).order_by("number"):
        works[work.item_id].append(work)
    for entry in MoneyEntry.objects.of(unit).select_related("item").order_by("on"):
        money[entry.item.plan_id].append(entry)
    plans = SchoolPlan.objects.of(unit).prefetch_related("versions__files").order_by("-from_year", "-to_year")
    return [
        {
            "plan": plan,
            "versions": plan.versions.all(),
            "items": [(item, works[item.pk]) for item in items[plan.pk]],
            "money": money[plan.pk],
        }
        for plan in plans
    ]


def _evidence(unit: Unit) -> Iterator[Any]:
    found = Evidence.objects.of(unit).prefetch_related("links", "versions").order_by("code", "id")
    yield from found.iterator(chunk_size=CHUNK)


def _assessed(unit: Unit) -> dict[str, Any]:
    return {
        "assessments": Assessment.objects.of(unit).prefetch_related("results"),
        "weaknesses": Weakness.objects.of(unit).order_by("criterion", "id"),
        "externals": ExternalAssessment.objects.of(unit).prefetch_related("recommendations"),
        "recognitions": Recognition.objects.of(unit),
    }


def _around(unit: Unit) -> dict[str, Any]:
    return {
        "people": Person.objects.of(unit),
        "decisions": Decision.objects.of(unit),
        "bodies": Body.objects.of(unit).select_related("decision").prefetch_related("members__person"),
        "rounds": MonitoringRound.objects.of(unit).prefetch_related("observations__work__item"),
        "reviews": Review.objects.of(unit).select_related("plan").prefetch_related("results__item"),
        "papers": Paper.objects.of(unit).prefetch_related("submissions"),
    }
