"""What addresses of plans hold: the years of a plan, the ending of a file. Importing it makes them known to Django."""

from django.urls import register_converter
from django.urls.converters import StringConverter

from caitien_web.plans.queries.documents import BY_ENDING


class Period(StringConverter):
    """The years of a plan in an address: "2026-2027"."""

    regex = r"\d{4}-\d{4}"


class Ending(StringConverter):
    """The ending of a plan's file."""

    regex = "|".join(BY_ENDING)


class PaperEnding(StringConverter):
    """The ending of an official paper's file."""

    regex = "docx|pdf"


register_converter(Period, "period")
register_converter(Ending, "ending")
register_converter(PaperEnding, "paper")
PLAN = "ke-hoach/<period:period>/"
