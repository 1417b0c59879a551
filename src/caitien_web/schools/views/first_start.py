"""Setting up on first start."""

from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from caitien.frameworks import framework_for
from caitien_web.schools.access import is_set_up
from caitien_web.schools.actions import set_up_site
from caitien_web.schools.forms.set_up import SetUpForm


@sensitive_post_parameters()
def set_up(request: HttpRequest) -> HttpResponse:
    """Unit and first account on an empty database; nothing is here once that is done."""
    if is_set_up():
        raise Http404("Trang web đã được thiết lập.")
    form = SetUpForm(request.POST or None, initial={"code": request.GET.get("ma", "")})
    if not form.is_valid():
        return render(request, "schools/set_up.html", {"form": form}, status=422 if form.is_bound else 200)
    today, level = timezone.localdate(), form.cleaned_data["level"]
    edition = framework_for(level, today).id if level else ""
    user = set_up_site(form.first_unit(edition), form.first_person(), on=today, at=timezone.now())
    login(request, user)
    messages.success(request, "Đã thiết lập xong. Từ nay đăng nhập bằng tài khoản vừa tạo.")
    return redirect("home")
