"""A page with every part of docs/how-to/add-a-page.md, to look at and to try: its addresses stand for the site's."""

from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from caitien_web.plans.models import PlanState
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
        "charts": [],
    }
    page = engines["django"].from_string(Path(__file__).with_name("gallery.html").read_text("utf-8"))
    return HttpResponse(page.render(context, request), status=422 if form.errors else 200)


urlpatterns = [path("cong-khai/cac-phan/", gallery, name="gallery"), path("", include("caitien_web.urls"))]
handler404 = "caitien_web.ui.views.failures.not_found"
