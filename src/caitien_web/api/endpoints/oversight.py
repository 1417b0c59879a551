"""What an authority sees of the units below it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from ninja import Query, Router

from caitien_web.api.access import unit_for
from caitien_web.api.endpoints.plans import PROBLEMS, brief
from caitien_web.api.models import Scope
from caitien_web.api.schemas import Page
from caitien_web.plans.queries.listed import plans_below

router = Router(tags=["Cơ quan quản lý"])
A_PAGE = 100


@router.get(
    "/units/{unit}/plans-below",
    response={200: Page, **PROBLEMS},
    summary="Kế hoạch đã trình, đã ban hành của các đơn vị trực thuộc",
)
def all_below(request: HttpRequest, unit: str, page: int = Query(1, ge=1, le=1_000_000)) -> Any:
    """Theo trang, mỗi trang 100 kế hoạch, năm học mới nhất trước."""
    at_unit = unit_for(request, unit, "oversight.view", Scope.READ_OVERSIGHT)
    shown = Paginator(plans_below(at_unit), A_PAGE).get_page(page)
    results = [brief(plan) | {"unit": plan.unit.slug, "unit_name": plan.unit.name} for plan in shown]
    return {
        "count": shown.paginator.count,
        "page": shown.number,
        "pages": shown.paginator.num_pages,
        "results": results,
    }
