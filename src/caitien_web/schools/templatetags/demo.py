"""The accounts of the demonstration, for the sign-in page of a site that `caitien demo` has filled."""

from importlib import import_module
from typing import Any

from django import template
from django.conf import settings

register = template.Library()


@register.inclusion_tag("schools/demo_accounts.html")
def demo_accounts() -> dict[str, Any]:
    """Nothing on a site with real data. By name, for the demonstration stands above all apps."""
    if not settings.DEMO:
        return {}
    accounts = import_module("caitien_web.demo.accounts")
    return {"accounts": accounts.TOLD, "password": accounts.PASSWORD}
