"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import URLPattern, path

from caitien_web.record.views import exports, imports

OUT, IN = "ho-so/<uuid:key>/", "nhap-ho-so/<uuid:key>/"
urlpatterns: list[URLPattern] = [
    path("ho-so/", exports.record, name="record"),
    path("ho-so/xuat/", exports.record_ask, name="record-ask"),
    path(f"{OUT}tien-do/", exports.record_progress, name="record-progress"),
    path(f"{OUT}tai/", exports.record_file, name="record-file"),
    path("nhap-ho-so/", imports.record_bring, name="record-bring"),
    path(IN, imports.record_import, name="record-import"),
    path(f"{IN}tien-do/", imports.record_import_progress, name="record-import-progress"),
    path(f"{IN}xac-nhan/", imports.record_import_confirm, name="record-import-confirm"),
    path(f"{IN}doc-lai/", imports.record_import_again, name="record-import-again"),
    path(f"{IN}bo/", imports.record_import_drop, name="record-import-drop"),
]
