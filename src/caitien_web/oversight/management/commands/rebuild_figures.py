"""`rebuild_figures`: count the authorities' figures and the search index anew, from the plans as they are."""

from typing import Any

from django.core.management.base import BaseCommand

from caitien_web.oversight.keeping import rebuild
from caitien_web.plans import search_index


class Command(BaseCommand):
    help = "Count the authorities' figures and the search index anew, from the plans as they are."

    def handle(self, *args: Any, **options: Any) -> None:
        search_index.rebuild()
        self.stdout.write(f"{rebuild()} figures.")
