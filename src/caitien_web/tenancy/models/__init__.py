"""The tables of the tree of units, and the turns of recurring jobs."""

from caitien_web.tenancy.models.turn import Turn
from caitien_web.tenancy.models.unit import Ownership, SchoolLevel, Unit, UnitKind, UnitName

__all__ = ["Ownership", "SchoolLevel", "Turn", "Unit", "UnitKind", "UnitName"]
