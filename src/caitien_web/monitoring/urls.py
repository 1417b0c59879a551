"""The addresses of this app, below /don-vi/<unit>/."""

from django.urls import path

from caitien_web.monitoring.views import requests, work

urlpatterns = [
    path("viec-cua-toi/", work.my_work_page, name="my-work"),
    path("viec/<uuid:pk>/", work.work, name="work"),
    path("viec/<uuid:pk>/bao-cao/", work.report, name="work-report"),
    path("viec/<uuid:pk>/dung/", work.drop, name="work-drop"),
    path("ke-hoach/<period:period>/tien-do/", work.plan_progress, name="plan-progress"),
    path("muc/<uuid:item>/de-nghi/", requests.new_request, name="request-new"),
    path("de-nghi/<uuid:pk>/tra-loi/", requests.answer, name="request-answer"),
    path("muc/<uuid:item>/kinh-phi/", requests.new_money, name="money-new"),
]
