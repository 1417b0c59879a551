"""Codes of evidence, by the generation of the standards: MC.1.3.01 of TT57, H1-1.3-01 before."""

import re

from caitien.frameworks import load_framework
from caitien_web.evidence.models import Evidence
from caitien_web.tenancy.models import Unit

WELL_FORMED = re.compile(r"MC\.[1-9]\.\d{1,2}\.\d{2,3}|H\d{1,2}-[1-9]\.\d{1,2}-\d{2,3}")


def stem_of(edition: str, criterion: str) -> str:
    """What the codes of a criterion begin with: "MC.1.3." or "H1-1.3-"."""
    standard, _, number = criterion.partition(".")
    return load_framework(edition).evidence_code.format(standard=standard, number=number)


def next_code(unit: Unit, edition: str, criterion: str) -> str:
    """The first code of the criterion after all that the unit has given, withdrawn ones included."""
    stem = stem_of(edition, criterion)
    given = Evidence.objects.of(unit).filter(code__startswith=stem).values_list("code", flat=True)
    numbers = [int(code.removeprefix(stem)) for code in given if code.removeprefix(stem).isdigit()]
    return f"{stem}{max(numbers, default=0) + 1:02d}"
