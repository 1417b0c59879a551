"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import URLPattern, path, register_converter

from caitien_web.plans.views import cells, findings, rows, search, table


class Period:
    """The years of a plan in an address: "2026-2027"."""

    regex = r"\d{4}-\d{4}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Period, "period")
PLAN = "ke-hoach/<period:period>/"

EDITOR: list[URLPattern] = [
    path(PLAN, table.plan_page, name="plan"),
    path(f"{PLAN}bang/", table.table_body, name="plan-body"),
    path(f"{PLAN}o/", cells.save_cells, name="plan-cells"),
    path(f"{PLAN}thay-doi/", cells.changes, name="plan-changes"),
    path(f"{PLAN}muc/", rows.add, name="plan-row-add"),
    path(f"{PLAN}muc/da-xoa/", table.removed, name="plan-rows-removed"),
    path(f"{PLAN}muc/<uuid:row>/", rows.row_page, name="plan-row"),
    path(f"{PLAN}muc/<uuid:row>/o/<slug:field>/", cells.save_cell, name="plan-cell"),
    path(f"{PLAN}muc/<uuid:row>/chuyen/", rows.move, name="plan-row-move"),
    path(f"{PLAN}muc/<uuid:row>/tach/", rows.split, name="plan-row-split"),
    path(f"{PLAN}muc/<uuid:row>/xoa/", rows.remove, name="plan-row-remove"),
    path(f"{PLAN}muc/<uuid:row>/khoi-phuc/", rows.restore, name="plan-row-restore"),
    path(f"{PLAN}muc/<uuid:row>/ben-canh/", rows.panel, name="plan-row-panel"),
    path(f"{PLAN}muc/<uuid:row>/lich-su/", rows.history, name="plan-row-history"),
    path(f"{PLAN}kiem-tra/", findings.findings, name="plan-findings"),
    path(f"{PLAN}kiem-tra/bo-qua/", findings.set_aside, name="plan-set-aside"),
    path(f"{PLAN}kiem-tra/bo-qua/<int:entry>/bo/", findings.take_up, name="plan-take-up"),
]
SEARCH: list[URLPattern] = [path("tim/", search.search_page, name="plan-search")]
urlpatterns: list[URLPattern] = [*EDITOR, *SEARCH]
