"""Server time and number of queries of the site's pages beside the size of the data: `python -m corpus.bench_site`.

SITE_SCALE=full measures 6,000 schools (an hour to lay out on two processors), else a small province is laid out.
SITE_DATA names a folder that keeps what was laid out; DATABASE_URL another database than SQLite, empty or laid out by
this bench before. Pages are asked in this process, with all of the site's middleware and without a network.
"""

import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field

RUNS = 15
MOST_QUERIES, MOST_MILLISECONDS = 10, 100
WORDS = (
    "thư viện",
    "bồi dưỡng giáo viên",
    '"cơ sở vật chất"',
    "hoc sinh",
    "sach giao khoa",
    "cây xanh",
    "giáo viên học sinh",
)


@dataclass(frozen=True)
class Page:
    """A page to ask: what it is, as whom, and where."""

    name: str
    user: str
    address: str


def pages() -> list[Page]:
    """The pages measured, at a school, a commune, a province and the ministry of the laid out country."""
    from caitien_web.schools.models import User

    users = {kind: user.username for kind, user in _officers(User)}
    plan = f"/don-vi/{users['school']}/ke-hoach/2026-2027/"
    found = [
        Page("plan page, 40 items", users["school"], plan),
        Page("the school's own page", users["school"], f"/don-vi/{users['school']}/"),
        Page("statistics of a school", users["school"], f"/don-vi/{users['school']}/thong-ke/?nam=2026"),
    ]
    register = f"/don-vi/{users['school']}/minh-chung/"
    found += [
        Page("evidence, 10,000 pieces", users["school"], register),
        Page("evidence, the last page", users["school"], f"{register}?trang=200"),
        Page("evidence by words", users["school"], f"{register}?tu=bien ban 9999"),
        Page("evidence by criterion", users["school"], f"{register}?tieu-chi=1.3"),
    ]
    for kind in ("school", "commune", "province", "ministry"):
        unit = users[kind]
        found += [Page(f"search at a {kind}", unit, f"/don-vi/{unit}/tim/?q={word}") for word in WORDS]
        if kind != "school":
            found += [
                Page(
                    f"search with filters, {kind}",
                    unit,
                    f"/don-vi/{unit}/tim/?q=giáo viên&tieu_chuan=2&nam=2025&kinh_phi=10",
                ),
                Page(f"dashboard of a {kind}", unit, f"/don-vi/{unit}/tong-hop/?nam=2026"),
                Page(f"list of schools, {kind}", unit, f"/don-vi/{unit}/tong-hop/truong/?nam=2026"),
                Page(
                    f"list, most overdue first, {kind}", unit, f"/don-vi/{unit}/tong-hop/truong/?nam=2026&xep=-qua-han"
                ),
                Page(f"statistics of a {kind}", unit, f"/don-vi/{unit}/thong-ke/?nam=2026"),
            ]
    return found


def _officers(users: type) -> list[tuple[str, object]]:
    rows = users.objects.select_related("person__unit").order_by("pk")[:4]
    return [(row.person.unit.kind, row) for row in rows]


@dataclass
class Figures:
    """What the runs of pages of one kind came to; `own` is the processor's time in this process, others' load aside."""

    queries: int = 0
    size: int = 0
    passed: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)


def measure(page: Page, figures: Figures) -> None:
    """Ask the page RUNS times and add to the figures of its kind."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from caitien_web.schools.models import User

    client = Client()
    client.force_login(User.objects.get(username=page.user))
    client.get(page.address)
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(page.address)
        figures.queries = max(figures.queries, len(caught))
    if answer.status_code != 200:
        raise SystemExit(f"{page.address}: {answer.status_code}")
    figures.size = max(figures.size, len(answer.content))
    for _ in range(RUNS):
        began, worked = time.perf_counter(), time.thread_time()
        client.get(page.address)
        figures.own.append(1000 * (time.thread_time() - worked))
        figures.passed.append(1000 * (time.perf_counter() - began))


def lay_out(scale: str) -> str:
    """Migrate, lay the country out where there is none, and tell its size."""
    from django.core.management import call_command
    from django.db import connection

    from caitien_web.plans.models import PlanItem, SchoolPlan
    from caitien_web.tenancy.models import Unit
    from corpus.site_scale import SIZES, build

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    if not Unit.objects.exists():
        build(SIZES[scale])
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    schools = Unit.objects.filter(kind="school").count()
    plans, items = SchoolPlan.everywhere.count(), PlanItem.everywhere.count()
    return f"{connection.vendor}: {schools:,} schools, {plans:,} plans, {items:,} items"


def told(scale: str) -> None:
    """Lay out, measure, print."""
    from rich.console import Console
    from rich.table import Table

    size = lay_out(scale)
    table = Table(title=f"{size}; {RUNS} runs a page on {os.cpu_count()} processors")
    for heading in ("page", "queries", "median ms", "p95 ms", "own ms", "kB"):
        table.add_column(heading, justify="left" if heading == "page" else "right")
    rows: dict[str, Figures] = defaultdict(Figures)
    for page in pages():
        measure(page, rows[page.name])
    for name, found in rows.items():
        median, slow = statistics.median(found.passed), statistics.quantiles(found.passed, n=20)[-1]
        marks = [" !" if over else "" for over in (found.queries > MOST_QUERIES, median > MOST_MILLISECONDS)]
        shown = (
            f"{median:.0f}{marks[1]}",
            f"{slow:.0f}",
            f"{statistics.median(found.own):.0f}",
            f"{found.size / 1000:.0f}",
        )
        table.add_row(name, f"{found.queries}{marks[0]}", *shown)
    Console(width=100 if not sys.stdout.isatty() else None).print(table)


def main() -> None:
    scale = os.environ.get("SITE_SCALE", "small")
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["CAITIEN_DATA"] = os.environ.get("SITE_DATA", temporary)
        os.environ.setdefault("CAITIEN_SECRET_KEY", "only for the bench")
        os.environ["DJANGO_SETTINGS_MODULE"] = "caitien_web.settings"
        import django
        from django.conf import settings

        django.setup()
        plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
        settings.STORAGES["staticfiles"]["BACKEND"] = plain
        settings.ALLOWED_HOSTS = ["*"]
        told(scale)


if __name__ == "__main__":
    main()
