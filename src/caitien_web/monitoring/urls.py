"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import path

from caitien_web.monitoring.views import (
    assignments,
    briefings,
    calendar,
    charge,
    paper_files,
    papers,
    personal,
    received,
    requests,
    reviews,
    rounds,
    work,
    years,
)

ROUNDS = [
    path("giam-sat/", rounds.rounds, name="rounds"),
    path("giam-sat/moi/", rounds.new_round, name="round-new"),
    path("giam-sat/<uuid:pk>/", rounds.round_page, name="round"),
    path("giam-sat/<uuid:pk>/bat-dau/", rounds.open_round, name="round-open"),
    path("giam-sat/<uuid:pk>/ket-thuc/", rounds.close_round, name="round-close"),
    path("giam-sat/ket-qua/<uuid:pk>/", rounds.observe, name="observe"),
    path("viec/<uuid:pk>/xac-nhan/", rounds.confirm, name="work-confirm"),
    path("viec/<uuid:pk>/mo-lai/", rounds.reopen, name="work-reopen"),
    path("kien-nghi/<int:pk>/tra-loi/", rounds.answer, name="recommendation-answer"),
    path("kien-nghi/<int:pk>/ket-thuc/", rounds.close, name="recommendation-close"),
]
REVIEWS = [
    path("so-ket/", reviews.reviews, name="reviews"),
    path("so-ket/moi/", reviews.new_review, name="review-new"),
    path("so-ket/<uuid:pk>/", reviews.review_page, name="review"),
    path("so-ket/<uuid:pk>/bien-ban/", reviews.write, name="review-write"),
    path("so-ket/<uuid:pk>/muc/<uuid:item>/", reviews.result, name="review-result"),
    path("so-ket/dieu-chinh/<uuid:pk>/", reviews.decide, name="adjustment-decide"),
]
WORK = [
    path("viec-cua-toi/", work.my_work_page, name="my-work"),
    path("viec/<uuid:pk>/", work.work, name="work"),
    path("viec/<uuid:pk>/bao-cao/", work.report, name="work-report"),
    path("viec/<uuid:pk>/dung/", work.drop, name="work-drop"),
    path("ke-hoach/<period:period>/tien-do/", work.plan_progress, name="plan-progress"),
    path("muc/<uuid:item>/de-nghi/", requests.new_request, name="request-new"),
    path("de-nghi/<uuid:pk>/tra-loi/", requests.answer, name="request-answer"),
    path("muc/<uuid:item>/kinh-phi/", requests.new_money, name="money-new"),
]
PAPERS = [
    path("van-ban/", papers.papers, name="papers"),
    path("van-ban/soan/<slug:kind>/", papers.new_paper, name="paper-new"),
    path("van-ban/<uuid:pk>/", papers.paper, name="paper"),
    path("van-ban/<uuid:pk>/sua/", papers.edit, name="paper-edit"),
    path("van-ban/<uuid:pk>/tep.docx", papers.paper_file, {"suffix": "docx"}, name="paper-docx"),
    path("van-ban/<uuid:pk>/tep.pdf", papers.paper_file, {"suffix": "pdf"}, name="paper-pdf"),
    path("van-ban/<uuid:pk>/xem/", papers.preview, name="paper-preview"),
    path("van-ban/<uuid:pk>/ban-hanh/", papers.issue, name="paper-issue"),
    path("van-ban/<uuid:pk>/thu-hoi/", papers.withdraw, name="paper-withdraw"),
    path("van-ban/<uuid:pk>/gui/", papers.send, name="paper-send"),
    path("van-ban/<uuid:pk>/ban-da-ky/", paper_files.attach, name="paper-attach"),
    path("van-ban/<uuid:pk>/ban-da-ky/<uuid:file>/", paper_files.signed, name="paper-signed"),
    path("van-ban-den/", received.received, name="received"),
    path("van-ban-den/<uuid:pk>/tiep-nhan/", received.receive, name="paper-receive"),
    path("van-ban-den/<uuid:pk>/tra-lai/", received.send_back, name="paper-return"),
    path("van-ban-den/<uuid:pk>/tep.pdf", received.received_file, name="received-pdf"),
    path("van-ban-den/<uuid:pk>/ban-da-ky/", paper_files.received_signed, name="received-signed"),
]
YEARS = [
    path("ke-hoach/<period:period>/cuoi-nam/", years.year_end, name="plan-year-end"),
    path("ke-hoach/<period:period>/cuoi-nam/kien-nghi/", years.keep_recommendations, name="plan-keep-recommendations"),
    path("ke-hoach/<period:period>/nam-sau/", years.next_year, name="plan-next"),
    path("ke-hoach/<period:period>/tung-nam/", years.slices, name="plan-slices"),
    path("muc/<uuid:item>/ket-qua/", years.end, name="item-end"),
    path("muc/<uuid:item>/qua-cac-nam/", years.chain, name="item-chain"),
]
CALENDAR = [
    path("ke-hoach/<period:period>/lich/", calendar.agenda, name="plan-agenda"),
    path("ke-hoach/<period:period>/bieu-do/", calendar.chart, name="plan-gantt"),
    path("ke-hoach/<period:period>/bieu-do/tep.pdf", calendar.chart_file, name="plan-gantt-pdf"),
    path("ke-hoach/<period:period>/kinh-phi/", calendar.money, name="plan-money"),
    path("viec-cua-toi/da-xem/", calendar.read, name="reminders-read"),
]
BRIEFINGS = [
    path("ke-hoach/<period:period>/pho-bien/", briefings.briefings, name="plan-briefings"),
    path("ke-hoach/<period:period>/pho-bien/moi/", briefings.new_briefing, name="briefing-new"),
    path("ke-hoach/<period:period>/pho-bien/da-doc/", briefings.read, name="plan-read"),
    path("pho-bien/<uuid:pk>/rut/", briefings.withdraw, name="briefing-withdraw"),
]
ASSIGNMENTS = [
    path("phan-cong/", assignments.assignments, name="assignments"),
    path("phan-cong/vai-tro/", assignments.role, name="assignment"),
    path("phan-cong/giao/", assignments.name, name="holder-name"),
    path("phan-cong/<uuid:pk>/ket-thuc/", assignments.end, name="holder-end"),
    path("muc/<uuid:item>/nguoi/", charge.item_people, name="item-people"),
    path("muc/nguoi/<int:pk>/ket-thuc/", charge.end, name="charge-end"),
]
PERSONAL = [
    path("ke-hoach-ca-nhan/", personal.own, name="personal-plan"),
    path("ke-hoach-ca-nhan/tep.docx", personal.own_file, {"suffix": "docx"}, name="personal-plan-docx"),
    path("ke-hoach-ca-nhan/tep.pdf", personal.own_file, {"suffix": "pdf"}, name="personal-plan-pdf"),
    path("ke-hoach-ca-nhan/ca-truong/", personal.everybody, name="personal-plans"),
    path("ke-hoach-ca-nhan/<uuid:pk>/", personal.of, name="personal-plan-of"),
    path("ke-hoach-ca-nhan/<uuid:pk>/tep.docx", personal.file_of, {"suffix": "docx"}, name="personal-plan-of-docx"),
    path("ke-hoach-ca-nhan/<uuid:pk>/tep.pdf", personal.file_of, {"suffix": "pdf"}, name="personal-plan-of-pdf"),
]
urlpatterns = [*BRIEFINGS, *CALENDAR, *WORK, *ROUNDS, *REVIEWS, *PAPERS, *YEARS, *ASSIGNMENTS, *PERSONAL]
