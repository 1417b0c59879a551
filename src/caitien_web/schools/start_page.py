"""This app's blocks of the first page: what whoever sets a unit up does next."""

from datetime import date
from typing import Any

from caitien_web.schools.models import Person
from caitien_web.schools.start import Block
from caitien_web.tenancy.models import Unit


def begin_with_people(unit: Unit, user: Any, on: date) -> dict[str, Any] | None:
    """While one is alone: bring the others in."""
    return {} if Person.objects.of(unit).count() < 2 else None


BLOCKS = [Block("schools/start_people.html", begin_with_people, "people.manage", 15)]
