"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import URLPattern, path

from caitien_web.plans.converters import PLAN
from caitien_web.plans.state_urls import STATES
from caitien_web.plans.views import (
    cells,
    findings,
    import_draft,
    imports,
    many_imports,
    parts,
    rows,
    search,
    start,
    strategy,
    table,
)

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
    path(f"{PLAN}muc/<uuid:row>/xoa-dau/", findings.clear_draft_marks, name="plan-row-clear-marks"),
    path(f"{PLAN}muc/<uuid:row>/ben-canh/", rows.panel, name="plan-row-panel"),
    path(f"{PLAN}muc/<uuid:row>/lich-su/", rows.history, name="plan-row-history"),
    path(f"{PLAN}cac-phan/", parts.parts_page, name="plan-parts"),
    path(f"{PLAN}cac-phan/<slug:key>/", parts.part, name="plan-part"),
    path(f"{PLAN}cac-phan/<slug:key>/xoa-dau/", findings.clear_marks_of_part, name="plan-part-clear-marks"),
    path(f"{PLAN}xem-truoc/", parts.preview, name="plan-preview"),
    path(f"{PLAN}kiem-tra/", findings.findings, name="plan-findings"),
    path(f"{PLAN}kiem-tra/bo-qua/", findings.set_aside, name="plan-set-aside"),
    path(f"{PLAN}kiem-tra/bo-qua/<int:entry>/bo/", findings.take_up, name="plan-take-up"),
]
SEARCH: list[URLPattern] = [path("tim/", search.search_page, name="plan-search")]
IMPORT = "ke-hoach/nhap/<uuid:key>/"
STARTING: list[URLPattern] = [
    path("ke-hoach/", start.plans_page, name="plans"),
    path("ke-hoach/moi/", start.new_plan, name="plan-new"),
    path("ke-hoach/moi/trong/", start.new_empty, name="plan-new-empty"),
    path("ke-hoach/moi/tu-ke-hoach-truoc/", start.new_from_last, name="plan-new-last"),
    path("ke-hoach/moi/tu-diem-yeu/", start.new_from_weaknesses, name="plan-new-weaknesses"),
    path("ke-hoach/moi/tu-tep/", imports.new_from_file, name="plan-new-file"),
    path(IMPORT, imports.import_page, name="plan-import"),
    path(f"{IMPORT}tien-do/", imports.import_progress, name="plan-import-progress"),
    path(f"{IMPORT}trang/<int:page>.png", imports.import_picture, name="plan-import-picture"),
    path(f"{IMPORT}ban-goc/", imports.import_pages, name="plan-import-pages"),
    path(f"{IMPORT}tep/", imports.import_file, name="plan-import-file"),
    path(f"{IMPORT}o/", import_draft.import_cell, name="plan-import-cell"),
    path(f"{IMPORT}dau-van-ban/", import_draft.import_particular, name="plan-import-particular"),
    path(f"{IMPORT}nghi-ngo/", import_draft.import_doubt, name="plan-import-doubt"),
    path(f"{IMPORT}dong/", import_draft.import_row, name="plan-import-row"),
    path(f"{IMPORT}dong/tach/", import_draft.import_split, name="plan-import-split"),
    path(f"{IMPORT}hoan-tac/", import_draft.import_undo, name="plan-import-undo"),
    path(f"{IMPORT}xac-nhan/", imports.import_confirm, name="plan-import-confirm"),
    path(f"{IMPORT}bo/", imports.import_drop, name="plan-import-drop"),
    path("nhap-nhieu/", many_imports.imports_page, name="plan-imports"),
    path("nhap-nhieu/bang/", many_imports.imports_table, name="plan-imports-table"),
    path("nhap-nhieu/bo-tep-hong/", many_imports.imports_drop_failed, name="plan-imports-drop-failed"),
    path("nhap-nhieu/xac-nhan/", many_imports.imports_confirm, name="plan-imports-confirm"),
    path("nhap-nhieu/<uuid:key>/truong/", many_imports.import_school, name="plan-import-school"),
    path(f"{IMPORT}doc-lai/", imports.import_again, name="plan-import-again"),
]
STRATEGY: list[URLPattern] = [
    path("chien-luoc/", strategy.strategy, name="strategy"),
    path("chien-luoc/moi/", strategy.new_aim, name="aim-new"),
    path("chien-luoc/<uuid:pk>/", strategy.edit_aim, name="aim"),
    path("chien-luoc/<uuid:pk>/thoi/", strategy.give_up, name="aim-give-up"),
    path("chien-luoc/<uuid:pk>/noi-dung/", strategy.serve, name="aim-serve"),
]
urlpatterns: list[URLPattern] = [*EDITOR, *STATES, *SEARCH, *STARTING, *STRATEGY]
