"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import URLPattern, path

from caitien_web.evidence import views

ONE = "minh-chung/<uuid:key>/"
urlpatterns: list[URLPattern] = [
    path("minh-chung/", views.evidence_list, name="evidence-list"),
    path("minh-chung/them/", views.evidence_new, name="evidence-new"),
    path(ONE, views.evidence_page, name="evidence"),
    path(f"{ONE}sua/", views.evidence_describe, name="evidence-describe"),
    path(f"{ONE}ban-moi/", views.evidence_version, name="evidence-version"),
    path(f"{ONE}tep/<int:number>/", views.evidence_file, name="evidence-file"),
    path(f"{ONE}gan/", views.evidence_link, name="evidence-link"),
    path(f"{ONE}gan/<int:link>/bo/", views.evidence_unlink, name="evidence-unlink"),
    path(f"{ONE}rut/", views.evidence_withdraw, name="evidence-withdraw"),
    path(f"{ONE}khoi-phuc/", views.evidence_restore, name="evidence-restore"),
]
