"""The addresses: the unit stands in every address of a unit, /don-vi/<unit>/…; what is public is below /cong-khai/."""

from django.urls import include, path

from caitien_web.schools.views import first_start
from caitien_web.schools.views.home import home

# The patterns are tried one after another: those of the pages that are asked most stand first.
OF_A_UNIT = [
    path("", include(f"caitien_web.{app}.urls"))
    for app in ("plans", "monitoring", "oversight", "evidence", "assessment", "schools", "record")
]

urlpatterns = [
    path("don-vi/<slug:unit>/", include(OF_A_UNIT)),
    path("", home, name="home"),
    path("", include("caitien_web.ui.urls")),
    path("thiet-lap/", first_start.set_up, name="set_up"),
    path("", include("caitien_web.schools.urls.account")),
    path("", include("caitien_web.monitoring.personal_urls")),
    path("", include("caitien_web.api.urls")),
    path("cong-khai/", include("caitien_web.plans.public_urls")),
]

handler400 = "caitien_web.ui.views.failures.bad_request"
handler403 = "caitien_web.ui.views.failures.forbidden"
handler404 = "caitien_web.ui.views.failures.not_found"
handler500 = "caitien_web.ui.views.failures.server_error"
