"""A file on its way in, without reading it anew for every test."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from caitien.apart import ApartReading, read_apart
from caitien_web.plans.actions.imports import receive_file
from caitien_web.plans.actions.reading import save_reading
from caitien_web.plans.models import PlanImport
from caitien_web.schools.models import Role, User
from caitien_web.tenancy.models import Unit
from web.builders import NOW, SAMPLES, a_user


@cache
def sample_reading() -> ApartReading:
    return read_apart(Path(SAMPLES / "ke-hoach-mau.docx"), name="ke-hoach-mau.docx")


def an_import(unit: Unit, file: Any, by: User | None = None, at: datetime = NOW) -> PlanImport:
    """The sample plan, received and read."""
    username = f"{unit.slug}-nhap"
    by = by or User.objects.filter(username=username).first() or a_user(unit, Role.SECRETARY, username=username)
    imported = receive_file(unit, file, by=by, at=at)
    save_reading(imported, sample_reading(), at=at)
    return imported
