"""The documents of a record as people read them: issued plans and papers as Word and PDF, drafts as Word."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import slugify

from caitien import write_paper
from caitien.vietnamese.fold import fold
from caitien_web.monitoring.convert import paper_from_json
from caitien_web.monitoring.models import Paper, PaperState
from caitien_web.monitoring.papers.file import file_name
from caitien_web.plans.models import PlanVersion, SchoolPlan
from caitien_web.plans.queries.documents import draft_document, version_document
from caitien_web.record.packing.archive import Archive
from caitien_web.tenancy.models import Unit

FOLDER = "van-ban"
ENDINGS = ("docx", "pdf")
Tell = Callable[[int, int], None]


@dataclass(slots=True)
class Documents:
    """Which documents were written: {key of the version, paper or plan: its names in the .zip}."""

    names: dict[Any, list[str]] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def write(self, archive: Archive, unit: Unit, tell: Tell) -> None:
        """Write them all; one that cannot be set is left out, and stands in the log."""
        jobs = list(_jobs(unit))
        for number, (key, name, make) in enumerate(jobs, 1):
            try:
                data = make()
            except Exception:  # a document that no longer can be written keeps nobody from the rest
                logging.getLogger(__name__).exception("%s was not written into a record", name)
                continue
            self.names.setdefault(key, []).append(free := self._free(name))
            archive.add(free, [data])
            tell(number, len(jobs))

    def _free(self, name: str) -> str:
        stem, _, ending = name.rpartition(".")
        names = (name, *(f"{stem}-{n}.{ending}" for n in range(2, 10_000)))
        free = next(one for one in names if one not in self._taken)
        self._taken.add(free)
        return f"{FOLDER}/{free}"


Job = tuple[Any, str, Callable[[], bytes]]


def _jobs(unit: Unit) -> Iterator[Job]:
    for version in PlanVersion.objects.of(unit).select_related("plan__unit").order_by("plan__from_year", "number"):
        for ending in ENDINGS:
            name = f"ke-hoach-{version.plan.slug}-phien-ban-{version.number}.{ending}"
            yield version.pk, name, _version(version, ending)
    for plan in SchoolPlan.objects.of(unit).filter(versions=None).select_related("unit").order_by("from_year"):
        yield plan.pk, f"du-thao-ke-hoach-{plan.slug}.docx", _draft(plan)
    for paper in Paper.objects.of(unit).exclude(state=PaperState.DRAFT).order_by("made_at"):
        for ending in ENDINGS:
            yield paper.pk, _safe(file_name(paper, ending)), _paper(paper, ending)


def _version(version: PlanVersion, ending: str) -> Callable[[], bytes]:
    return lambda: version_document(version, ending).data


def _draft(plan: SchoolPlan) -> Callable[[], bytes]:
    return lambda: draft_document(plan, "docx").data


def _paper(paper: Any, ending: str) -> Callable[[], bytes]:
    return lambda: write_paper(paper_from_json(paper.content), f".{ending}")


def _safe(name: str) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{slugify(fold(stem))[:100] or 'van-ban'}.{ending}"
