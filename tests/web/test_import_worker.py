"""Readings that a worker left unfinished, and the order in which files are read."""

from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django_tasks_db.models import DBTaskResult

from caitien_web.plans.actions.many_imports import receive_many
from caitien_web.plans.actions.reading import begin_reading, take_up_readings
from caitien_web.plans.models import PlanImport
from caitien_web.plans.tasks import take_up_again
from caitien_web.tenancy.models import Unit
from web.builders import NOW
from web.files import a_file
from web.imports import an_import

MINUTE = timedelta(minutes=1)
QUEUED = override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})


def broken_off(unit: Unit, attempts: int = 1) -> PlanImport:
    """A file as it lies there when the worker was killed while reading it."""
    imported = an_import(unit, a_file())
    imported.state, imported.progress, imported.data = "reading", 40, None
    imported.attempts, imported.seen_at = attempts, NOW
    imported.save()
    return imported


def now(imported: PlanImport) -> PlanImport:
    return PlanImport.objects.of(imported.unit).get(pk=imported.pk)


def test_a_reading_whose_worker_was_killed_is_taken_up_again(school: Unit):
    imported = broken_off(school)
    take_up_again(at=NOW + 4 * MINUTE)
    row = now(imported)
    assert (row.state, row.attempts, len(row.data["items"])) == ("read", 2, 7)


def test_a_reading_that_gives_a_sign_of_life_is_left_alone(school: Unit):
    imported = broken_off(school)
    assert take_up_readings(at=NOW + 2 * MINUTE) == 0
    assert now(imported).state == "reading"


def test_a_file_that_breaks_the_reading_twice_is_told_and_not_tried_forever(school: Unit, as_head: Client):
    imported = broken_off(school, attempts=2)
    take_up_again(at=NOW + 4 * MINUTE)
    assert now(imported).state == "failed"
    page = as_head.get(f"/don-vi/{school.slug}/ke-hoach/nhap/{imported.pk}/").content.decode()
    assert "hai lần dừng giữa chừng" in page and "Đọc lại" in page
    assert take_up_readings(at=NOW + 9 * MINUTE) == 0


def test_a_drawing_whose_worker_was_killed_is_given_up(school: Unit):
    imported = an_import(school, a_file())
    imported.drawing, imported.seen_at = "under_way", NOW
    imported.save()
    take_up_again(at=NOW + 21 * MINUTE)
    assert now(imported).drawing == "failed"


@QUEUED
def test_a_file_that_somebody_waits_for_comes_before_those_sent_in_bulk(school: Unit, head):
    receive_many(school.parent, [a_file(f"{n}.docx") for n in range(9)], by=head, at=NOW)
    alone = an_import(school, a_file("scan.pdf", b"%PDF-1.7"))
    begin_reading(alone, at=NOW)
    tasks = list(DBTaskResult.objects.ready())
    assert len(tasks) == 10
    assert str(alone.pk) in str(tasks[0].args_kwargs)


@QUEUED
def test_two_that_send_much_take_turns(school: Unit, head):
    first, second = school.parent, school.parent.parent
    receive_many(first, [a_file(f"{n}.docx") for n in range(12)], by=head, at=NOW)
    receive_many(second, [a_file(f"{n}.docx") for n in range(12)], by=head, at=NOW)
    order = [str(first.pk) in str(task.args_kwargs) for task in DBTaskResult.objects.ready()]
    assert order[:12].count(True) == 8 and order[:12].count(False) == 4


def test_a_child_that_is_silent_for_long_still_gives_a_sign_of_life(monkeypatch: pytest.MonkeyPatch, tmp_path):
    from caitien import apart

    seen = []
    code = (
        "import time, sys; import caitien.apart as apart; apart.SIGN_OF_LIFE = 0.05; "
        "apart._step(1, 3, 'x'); apart.threading.Thread(target=apart._keep_telling, daemon=True).start(); time.sleep(1)"
    )
    import subprocess
    import sys

    ran = subprocess.run(
        [sys.executable, "-c", code], env=apart._surroundings(), capture_output=True, text=True, check=True
    )
    seen = ran.stdout.splitlines()
    assert len(seen) > 3 and set(seen) == {'{"progress": [1, 3, "x"]}'}
