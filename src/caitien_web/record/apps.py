"""The app as Django knows it."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "caitien_web.record"
    label = "record"
