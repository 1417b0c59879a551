"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import URLPattern, path, register_converter

from caitien_web.assessment.views import assessments, external


class Code:
    """A criterion in an address: "3.4"."""

    regex = r"\d{1,2}\.\d{1,2}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Code, "criterion")
ONE = "tu-danh-gia/<uuid:key>/"
urlpatterns: list[URLPattern] = [
    path("tu-danh-gia/", assessments.assessments_page, name="assessments"),
    path("tu-danh-gia/moi/", assessments.new_assessment, name="assessment-new"),
    path(ONE, assessments.assessment_page, name="assessment"),
    path(f"{ONE}tieu-chi/<criterion:code>/", assessments.criterion_page, name="assessment-criterion"),
    path(f"{ONE}muc-4/", assessments.clauses, name="assessment-clauses"),
    path(f"{ONE}hoan-thanh/", assessments.finish, name="assessment-finish"),
    path(f"{ONE}mo-lai/", assessments.reopen, name="assessment-reopen"),
    path(f"{ONE}phe-duyet/", assessments.approve, name="assessment-approve"),
    path(f"{ONE}danh-gia-tiep/", assessments.follow, name="assessment-follow"),
    path("tu-danh-gia/diem-yeu/<uuid:key>/", assessments.weakness, name="weakness"),
    path("danh-gia-ngoai/moi/", external.new_external, name="external-assessment-new"),
    path("danh-gia-ngoai/<uuid:key>/", external.external_page, name="external-assessment"),
    path("cong-nhan/moi/", external.new_recognition, name="recognition-new"),
]
