"""The addresses of a plan's steps, comments, versions and documents, below /don-vi/<unit>/ke-hoach/<period>/."""

from django.urls import URLPattern, path

from caitien_web.plans.converters import PLAN
from caitien_web.plans.queries.next_steps import STEPS
from caitien_web.plans.views import comments, public, steps, versions

ENDING = "<ending:ending>"
STATES: list[URLPattern] = [
    *(path(f"{PLAN}buoc/{step.slug}/", steps.step, {"name": step.name}, name=step.name) for step in STEPS),
    path(f"{PLAN}quy-trinh/", versions.history, name="plan-history"),
    path(f"{PLAN}gop-y/", comments.comments, name="plan-comments"),
    path(f"{PLAN}gop-y/gui/", comments.comment, name="plan-comment"),
    path(f"{PLAN}gop-y/tong-hop/", comments.consultation_report, name="plan-consultation"),
    path(f"{PLAN}gop-y/tong-hop.<paper:ending>", comments.consultation_document, name="plan-consultation-document"),
    path(f"{PLAN}gop-y/<uuid:comment>/", comments.answer, name="plan-answer"),
    path(f"{PLAN}phien-ban/", versions.versions, name="plan-versions"),
    path(f"{PLAN}phien-ban/so-sanh/", versions.comparison, name="plan-comparison"),
    path(f"{PLAN}phien-ban/<int:number>/ke-hoach.{ENDING}", versions.version_file, name="plan-version-document"),
    path(f"{PLAN}phien-ban/<int:number>/dinh-kem/", versions.attach, name="plan-attach"),
    path(f"{PLAN}phien-ban/<int:number>/tep/<uuid:file>/", versions.signed_file, name="plan-file"),
    path(f"{PLAN}xuat/", versions.export, name="plan-export"),
    path(f"{PLAN}xuat/ke-hoach.{ENDING}", versions.draft_file, name="plan-document"),
    path(f"{PLAN}cong-khai/xem-truoc/", public.preview, name="plan-public-preview"),
    path(f"{PLAN}cong-khai/thong-bao.<paper:ending>", public.notice, name="plan-public-notice"),
]
