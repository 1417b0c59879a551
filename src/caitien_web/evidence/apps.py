"""The app as Django knows it."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "caitien_web.evidence"
    label = "evidence"
