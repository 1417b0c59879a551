"""The addresses of this app that are a person's own, at no unit: calendar for other programs, reminding, notices."""

from django.urls import path

from caitien_web.monitoring.views import calendar, notices

urlpatterns = [
    path("lich/<str:secret>.ics", calendar.feed, name="calendar-feed"),
    path("thong-bao/", notices.notices, name="notices"),
    path("thong-bao/da-doc/", notices.all_read, name="notices-read"),
    path("thong-bao/<int:pk>/", notices.notice, name="notice"),
    path("tai-khoan/nhac-viec/", calendar.reminding, name="reminding"),
    path("tai-khoan/nhac-viec/lich/", calendar.change_feed, name="calendar-change"),
]
