"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import URLPattern, path, re_path

from caitien_web.oversight.views import copies, overview, recognitions, statistics

urlpatterns: list[URLPattern] = [
    path("tong-hop/", overview.overview, name="oversight"),
    path("tong-hop/truong/", overview.schools, name="oversight-schools"),
    re_path(r"^tong-hop/truong/danh-sach\.(?P<kind>xlsx|csv)$", overview.schools_file, name="oversight-file"),
    path("tong-hop/trung-lap/", copies.copies, name="copies"),
    path("tong-hop/trung-lap/so/", copies.ask_copies, name="copies-ask"),
    path("tong-hop/cong-nhan/", recognitions.recognitions, name="recognitions"),
    re_path(
        r"^tong-hop/cong-nhan/danh-sach\.(?P<kind>xlsx|csv)$", recognitions.recognitions_file, name="recognitions-file"
    ),
    path("thong-ke/", statistics.statistics, name="statistics"),
    re_path(r"^thong-ke/thong-ke\.(?P<kind>xlsx|csv)$", statistics.statistics_file, name="statistics-file"),
]
