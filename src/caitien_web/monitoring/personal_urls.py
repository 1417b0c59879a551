"""The addresses of this app that are a person's own, at no unit: calendar for other programs, reminding."""

from django.urls import path

from caitien_web.monitoring.views import calendar

urlpatterns = [
    path("lich/<str:secret>.ics", calendar.feed, name="calendar-feed"),
    path("tai-khoan/nhac-viec/", calendar.reminding, name="reminding"),
    path("tai-khoan/nhac-viec/lich/", calendar.change_feed, name="calendar-change"),
]
