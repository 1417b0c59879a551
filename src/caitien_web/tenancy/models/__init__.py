"""The tables of the tree of units."""

from caitien_web.tenancy.models.unit import SchoolLevel, Unit, UnitKind, UnitName

__all__ = ["SchoolLevel", "Unit", "UnitKind", "UnitName"]
