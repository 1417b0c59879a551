"""The app as Django knows it."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "caitien_web.assessment"
    label = "assessment"
