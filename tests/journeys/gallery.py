"""A page with every part of docs/how-to/add-a-page.md, to look at and to try: its addresses stand for the site's."""

from datetime import date
from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from caitien_web.plans.models import PlanState
from caitien_web.ui.charts import Bar, Chart, Line, Part, Span, Stack, bars, gantt, stacked, trend
from caitien_web.ui.fields import DayField, MoneyField, UploadField

STATES = [*PlanState.choices, ("late", "Quá hạn"), ("done", "Đã xong"), ("error", "Lỗi"), ("warning", "Cảnh báo")]


class EveryField(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label="Tên minh chứng", help_text="Như ghi trên bìa hồ sơ.")
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea, required=False)
    kind = forms.ChoiceField(label="Loại", choices=[("a", "Quyết định"), ("b", "Biên bản")])
    way = forms.ChoiceField(label="Cách nộp", choices=[("a", "Bản giấy"), ("b", "Bản số")], widget=forms.RadioSelect)
    groups = forms.MultipleChoiceField(
        label="Tổ", choices=[("1", "Tổ 1"), ("2", "Tổ 2")], widget=forms.CheckboxSelectMultiple, required=False
    )
    agreed = forms.BooleanField(label="Đã đối chiếu với bản gốc")
    on = DayField(label="Ngày")
    sum = MoneyField(label="Kinh phí")
    files = UploadField(label="Tệp", many=True, camera=True, most=1_000_000)


def charts() -> list[Chart]:
    """One of each kind."""
    money = [Stack("2025 - 2026", (12_500_000, 0, 4_000_000)), Stack("2026 - 2027", (30_000_000, 8_000_000, 1_500_000))]
    spans = [
        Span("Bồi dưỡng giáo viên về dạy học theo nhóm", date(2026, 9, 1), date(2026, 11, 30), "done"),
        Span("Sửa sân chơi", date(2026, 10, 15), date(2027, 1, 15), "late"),
        Span("Mua sách cho thư viện của trường và của các điểm trường lẻ", date(2027, 2, 1), None, "in_progress"),
        Span("Vận động xã hội hóa", None, None),
    ]
    months = {"first": date(2026, 9, 1), "last": date(2027, 5, 31), "today": date(2026, 12, 20)}
    return [
        bars("Việc đã xong theo tiêu chuẩn", [Bar("Tổ chức và quản lý nhà trường", 4, 6), Bar("Cơ sở vật chất", 0, 0)]),
        stacked("Kinh phí theo nguồn", [Part("Ngân sách"), Part("Xã hội hóa"), Part("Khác")], money),
        trend(
            "Tiêu chí đạt qua các năm",
            ["2023", "2024", "2025"],
            [Line("Mức 2", (12, 15, 21)), Line("Mức 3", (4, None, 9))],
        ),
        gantt("Các việc theo tháng", spans, **months),
    ]


def gallery(request: HttpRequest) -> HttpResponse:
    """The page; a valid form comes back with its message."""
    form = EveryField(request.POST or None, request.FILES or None)
    if form.is_valid():
        given = form.cleaned_data
        sizes = ", ".join(f"{file.name} {file.size}" for file in given["files"])
        messages.success(request, f"Đã nhận {given['sum']} đ, {given['on']:%Y-%m-%d}, {sizes}.")
    context = {
        "form": form,
        "states": STATES,
        "page": Paginator(range(60), 5).get_page(request.GET.get("trang")),
        "charts": charts(),
    }
    page = engines["django"].from_string(Path(__file__).with_name("gallery.html").read_text("utf-8"))
    return HttpResponse(page.render(context, request), status=422 if form.errors else 200)


urlpatterns = [path("cong-khai/cac-phan/", gallery, name="gallery"), path("", include("caitien_web.urls"))]
handler404 = "caitien_web.ui.views.failures.not_found"
