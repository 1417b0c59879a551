"""Server time of a plan under way in one large school, and of its papers: `python -m corpus.bench_year`.

A school with a plan of 40 items, 400 progress entries and 10,000 pieces of evidence with files is laid out by the real
actions. Pages are asked as in `corpus.bench_site`; papers are composed from the database and written in this process,
the first aside, as the site does for everybody but the first who asks.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from corpus.bench_site import MOST_MILLISECONDS, MOST_QUERIES, RUNS, Figures, Page, measure

ITEMS, ENTRIES, EVIDENCE = 40, 400, 10_000
NOW, DAY = datetime(2026, 9, 14, 1, 0, tzinfo=UTC), date(2027, 5, 25)
MOST_OF_A_PAPER = 300  # milliseconds
SLUG = "truong-tieu-hoc-suoi-lon"


def lay_out() -> Any:
    """The school with its plan carried out for a year; gives the plan."""
    from caitien_web.schools.actions import add_person, give_role
    from caitien_web.schools.models import Role, User
    from caitien_web.tenancy.actions import found_unit
    from caitien_web.tenancy.models import UnitKind

    commune = found_unit("UBND xã Suối Lớn", kind=UnitKind.COMMUNE, abbreviation="UBND", place="Suối Lớn")
    named = {"abbreviation": "THSL", "governing_body": commune.name, "place": "Suối Lớn", "level": "primary"}
    school = found_unit(
        "Trường Tiểu học Suối Lớn", kind=UnitKind.SCHOOL, parent=commune, edition="TT57-2026-PT", **named
    )
    person = add_person(school, "Lường Văn Nhung", duty="Hiệu trưởng", by=None, at=NOW)
    head = User.objects.create_user(SLUG, "Mật khẩu thử 2026", person=person)
    give_role(person, Role.HEAD, school, since=date(2020, 9, 1), by=None, at=NOW)
    plan = _plan(school, head)
    _progress(plan, head)
    _evidence(school, head)
    return plan


def _plan(school: Any, head: Any) -> Any:
    """Issued and begun; every third item is led by the head."""
    import json
    from dataclasses import replace
    from pathlib import Path

    from caitien.plan import from_json
    from caitien_web.plans.actions import start_plan
    from caitien_web.plans.actions.steps import approve_plan, begin_plan, submit_plan
    from caitien_web.plans.actions.versions import Signing, issue_plan

    sample = Path(__file__).parents[2] / "samples" / "ke-hoach-mau.json"
    value = from_json(json.loads(sample.read_text("utf-8")))
    value = replace(value, items=(value.items * ITEMS)[:ITEMS])
    plan = start_plan(school, value, years=(2026, 2027), by=head, at=NOW)
    for item in plan.items.order_by("place")[::3]:
        item.owners, item.owner_text = ["Hiệu trưởng"], "Hiệu trưởng"
        item.save(update_fields=["owners", "owner_text"])
    submit_plan(plan, by=head, at=NOW)
    approve_plan(plan, by=head, at=NOW)
    issue_plan(plan, Signing("5/KH-THSL", NOW.date(), "Hiệu trưởng", "Lường Văn Nhung"), by=head, at=NOW)
    return begin_plan(plan, by=head, at=NOW)


def _progress(plan: Any, head: Any) -> None:
    """So many reports, spread over the works and the year, and money for each fourth item."""
    from caitien_web.monitoring.actions.progress import report_progress
    from caitien_web.monitoring.actions.requests import enter_money
    from caitien_web.monitoring.models import MoneyKind, Work, WorkState

    works = list(Work.objects.of(plan.unit).filter(item__plan=plan).select_related("item__plan__unit"))
    for n in range(ENTRIES):
        told = {"done": f"Đã làm xong bước {n} theo kế hoạch tháng.", "difficulty": "Thiếu kinh phí." * (n % 5 == 0)}
        at = NOW + timedelta(hours=15 * n)
        report_progress(works[n % len(works)], state=WorkState.UNDER_WAY, percent=n % 90, by=head, at=at, **told)
    for item in plan.items.select_related("plan__unit")[::4]:
        for kind, amount in ((MoneyKind.GRANTED, 40_000_000), (MoneyKind.SPENT, 12_500_000)):
            enter_money(item, kind, amount, on=NOW.date(), source="Ngân sách xã", by=head, at=NOW)


def _evidence(school: Any, head: Any) -> None:
    from caitien.vietnamese.fold import fold
    from caitien_web.evidence.models import Evidence, EvidenceLink, EvidenceVersion

    rows = [
        Evidence(unit=school, code=f"MC.{n % 4 + 1}.{n % 3 + 1}.{n:05d}", title=f"Biên bản số {n}", files=1, at=NOW)
        for n in range(EVIDENCE)
    ]
    for row in rows:
        row.by, row.folded = head, fold(f"{row.code} {row.title}")
    Evidence.objects.of(school).bulk_create(rows, batch_size=1000)
    files = (
        EvidenceVersion(evidence=row, number=1, name="a.pdf", size=1, sha256=f"{row.pk.int:064x}", at=NOW)
        for row in rows
    )
    EvidenceVersion.everywhere.bulk_create(files, batch_size=1000)
    shown = (EvidenceLink(evidence=row, edition=school.edition, criterion=row.code[3:6]) for row in rows)
    EvidenceLink.everywhere.bulk_create(shown, batch_size=1000)


def pages() -> list[Page]:
    """What people open most in a year."""
    at, plan = f"/don-vi/{SLUG}/", f"/don-vi/{SLUG}/ke-hoach/2026-2027/"
    addresses = {
        "progress of the plan by standard": f"{plan}tien-do/",
        "progress by month": f"{plan}tien-do/?theo=thang",
        "progress by person": f"{plan}tien-do/?theo=nguoi",
        "agenda": f"{plan}lich/",
        "Gantt chart": f"{plan}bieu-do/",
        "money": f"{plan}kinh-phi/",
        "year's end": f"{plan}cuoi-nam/",
        "my work": f"{at}viec-cua-toi/",
        "evidence, first page": f"{at}minh-chung/",
        "evidence, last page": f"{at}minh-chung/?trang=200",
        "evidence, searched": f"{at}minh-chung/?tu=biên bản số 77",
        "evidence of a criterion": f"{at}minh-chung/?tieu-chi=1.1",
        "papers": f"{at}van-ban/",
    }
    return [Page(name, SLUG, address) for name, address in addresses.items()]


def papers(plan: Any) -> dict[str, Callable[[], Any]]:
    """Papers from the database to the bytes of a file."""
    from itertools import count

    from caitien import write_paper
    from caitien_web.monitoring.convert import paper_from_json, paper_to_json
    from caitien_web.monitoring.papers.compose import Asked, compose

    asked = Asked(plan.unit, DAY, plan=plan, subject=plan.unit.people.first(), span="học kỳ I")
    numbers = count(1)

    def written(kind: str, suffix: str) -> bytes:
        """Other words in each text and cell each time: of what typst has set before it remembers all."""
        paper = paper_to_json(compose(kind, asked))
        return write_paper(paper_from_json(reworded(paper, f" {next(numbers)}")), suffix)

    return {
        "evaluation: PDF": lambda: written("evaluation", ".pdf"),
        "evaluation: Word": lambda: written("evaluation", ".docx"),
        "evaluation: page": lambda: written("evaluation", ".html"),
        "of which composing": lambda: compose("evaluation", asked),
        "monthly report: PDF": lambda: written("progress", ".pdf"),
        "task sheet with Gantt chart: PDF": lambda: written("assignment", ".pdf"),
    }


def reworded(data: Any, more: str, key: str = "") -> Any:
    """A paper's JSON with something behind each text, line of a list and cell."""
    if isinstance(data, dict):
        return {name: reworded(value, more, name) for name, value in data.items()}
    if isinstance(data, list):
        return [reworded(value, more, key) for value in data]
    return f"{data}{more}" if key in ("text", "texts", "rows") and isinstance(data, str) and data else data


def time_of(make: Callable[[], Any]) -> Figures:
    made, figures = make(), Figures()
    figures.size = len(made) if isinstance(made, bytes) else 0
    for _ in range(RUNS):
        began, worked = time.perf_counter(), time.process_time()
        make()
        figures.own.append(1000 * (time.process_time() - worked))
        figures.passed.append(1000 * (time.perf_counter() - began))
    return figures


def told() -> None:
    """Lay out, measure, print."""
    from django.core.management import call_command
    from rich.console import Console
    from rich.table import Table

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    plan = lay_out()
    table = Table(title=f"{ITEMS} items, {ENTRIES} progress entries, {EVIDENCE:,} pieces of evidence; {RUNS} runs each")
    for heading in ("what", "queries", "median ms", "processor ms", "kB"):
        table.add_column(heading, justify="left" if heading == "what" else "right")
    for page in pages():
        figures = Figures()
        measure(page, figures)
        _row(table, page.name, figures, MOST_MILLISECONDS, str(figures.queries))
    for name, make in papers(plan).items():
        _row(table, name, time_of(make), MOST_OF_A_PAPER, "")
    Console(width=100).print(table)


def _row(table: Any, name: str, found: Figures, most: int, queries: str) -> None:
    median, own = statistics.median(found.passed), statistics.median(found.own)
    marks = [" !" if over else "" for over in (found.queries > MOST_QUERIES, own > most)]
    table.add_row(name, f"{queries}{marks[0]}", f"{median:.0f}", f"{own:.0f}{marks[1]}", f"{found.size / 1000:.0f}")


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["CAITIEN_DATA"] = temporary
        os.environ.setdefault("CAITIEN_SECRET_KEY", "only for the bench")
        os.environ["DJANGO_SETTINGS_MODULE"] = "caitien_web.settings"
        import django
        from django.conf import settings

        django.setup()
        settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
        settings.ALLOWED_HOSTS = ["*"]
        told()


if __name__ == "__main__":
    main()
