"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import URLPattern, path, re_path

from caitien_web.oversight.views import copies, overview, statistics

urlpatterns: list[URLPattern] = [
    path("tong-hop/", overview.overview, name="oversight"),
    path("tong-hop/truong/", overview.schools, name="oversight-schools"),
    re_path(r"^tong-hop/truong/danh-sach\.(?P<kind>xlsx|csv)$", overview.schools_file, name="oversight-file"),
    path("tong-hop/trung-lap/", copies.copies, name="copies"),
    path("tong-hop/trung-lap/so/", copies.ask_copies, name="copies-ask"),
    path("thong-ke/", statistics.statistics, name="statistics"),
    path("thong-ke/thong-ke.csv", statistics.statistics_file, name="statistics-file"),
]
