"""The documents of a plan: as it stands, marked as a draft; or of a version, made once and kept by its hash."""

import os
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from caitien.blocks import Document, Paragraph, Style
from caitien.formats import write_document
from caitien.layouts.compose import compose
from caitien.layouts.forms import FORMS, Form
from caitien.plan import Plan, from_json, to_json
from caitien_web.plans.convert import frozen_bytes, to_plan
from caitien_web.plans.models import PlanVersion, SchoolPlan

DRAFT = "DỰ THẢO – chưa ban hành"


@dataclass(frozen=True, slots=True)
class Format:
    """A format that a plan is given in: the ending of its file, what people call it, its content type.

    `for_people`: to be printed, read, sent; else for other programs.
    """

    ending: str
    title: str
    content_type: str
    for_people: bool = True


FORMATS = (
    Format("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    Format("pdf", "PDF", "application/pdf"),
    Format("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Format("html", "Trang web", "text/html; charset=utf-8"),
    Format("md", "Văn bản thuần (Markdown)", "text/markdown; charset=utf-8", for_people=False),
    Format("json", "Dữ liệu (JSON)", "application/json", for_people=False),
)
BY_ENDING = {one.ending: one for one in FORMATS}
FORM_IDS = tuple(form.id for form in FORMS)


@dataclass(frozen=True, slots=True)
class Made:
    """A document as bytes, with the name of its file."""

    data: bytes
    name: str
    format: Format
    etag: str = ""


def forms() -> tuple[Form, ...]:
    """The official forms that a plan can be written in."""
    return FORMS


def draft_document(plan: SchoolPlan, ending: str, form: str | None = None) -> Made:
    """The plan as it stands, without number and day where it is not issued so, marked as a draft. One query.

    Who reads the version in force gets that one.
    """
    if plan.in_force is not None:
        return version_document(plan.in_force, ending, form)
    value = to_plan(plan)
    if plan.adjusting or not plan.is_issued:
        value = replace(value, document=replace(value.document, number=None, number_is_blank=True, date=None))
    name = f"DỰ THẢO {_name(plan)}.{ending}"
    if ending == "json":
        return Made(frozen_bytes(to_json(value)), name, BY_ENDING[ending])
    return Made(write_document(_marked(compose(value, form=form)), f".{ending}"), name, BY_ENDING[ending])


def version_document(issued: PlanVersion, ending: str, form: str | None = None) -> Made:
    """The document of an issued version; made once, then read from the folder of documents."""
    name = f"{_name(issued.plan)}, phiên bản {issued.number}.{ending}"
    if ending == "json":
        return Made(frozen_bytes(issued.data), name, BY_ENDING[ending], issued.sha256)
    etag = f"{issued.sha256}-{form or 'own'}-{_edition()}"
    kept = Path(settings.DATA) / "documents" / issued.sha256[:2] / f"{etag}.{ending}"
    if not kept.is_file():
        _keep(kept, _written(from_json(issued.data), ending, form))
    return Made(kept.read_bytes(), name, BY_ENDING[ending], etag)


def _written(value: Plan, ending: str, form: str | None) -> bytes:
    return write_document(compose(value, form=form), f".{ending}")


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}.tmp")
    beside.write_bytes(data)
    beside.replace(path)


@cache
def _edition() -> str:
    """What the documents were written by: another edition of the program may set them otherwise."""
    return version("caitien")


def _marked(document: Document) -> Document:
    mark = Paragraph(DRAFT, align="center", bold=True, style=Style.NOTE)
    return replace(document, blocks=(mark, *document.blocks))


def _name(plan: SchoolPlan) -> str:
    return f"Kế hoạch cải tiến chất lượng {plan.slug} {plan.unit.abbreviation}".strip()
