"""The tables of plans."""

from caitien_web.plans.models.around import Comment, SetAside
from caitien_web.plans.models.cell import CellChange
from caitien_web.plans.models.incoming import Drawing, ImportState, PlanImport
from caitien_web.plans.models.item import ITEM_TEXTS, PlanItem
from caitien_web.plans.models.plan import PLAN_PARTS, PlanState, SchoolPlan
from caitien_web.plans.models.presence import Presence
from caitien_web.plans.models.search import SearchText
from caitien_web.plans.models.stamp import PlanStamp
from caitien_web.plans.models.strategy import StrategyAim
from caitien_web.plans.models.version import PlanFile, PlanVersion

__all__ = [
    "ITEM_TEXTS",
    "PLAN_PARTS",
    "CellChange",
    "Comment",
    "Drawing",
    "ImportState",
    "PlanFile",
    "PlanImport",
    "PlanItem",
    "PlanStamp",
    "PlanState",
    "PlanVersion",
    "Presence",
    "SchoolPlan",
    "SearchText",
    "SetAside",
    "StrategyAim",
]
