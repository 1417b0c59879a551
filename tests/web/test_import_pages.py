"""The printed pages of a Word file beside what was read from it."""

import io
import os
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from caitien.formats import office
from caitien_web.plans.actions.drawing import begin_drawing
from caitien_web.plans.models import PlanImport
from caitien_web.plans.pictures import folder_of
from caitien_web.tenancy.models import Unit
from web.builders import NOW
from web.files import a_file, made, zipped
from web.imports import an_import


def address(imported: PlanImport, rest: str = "") -> str:
    return f"/don-vi/{imported.unit.slug}/ke-hoach/nhap/{imported.pk}/{rest}"


def now(imported: PlanImport) -> PlanImport:
    return PlanImport.objects.of(imported.unit).select_related("unit").get(pk=imported.pk)


def draw(imported: PlanImport, client: Client) -> str:
    """What the page does: asks for the pages, then whether they are there."""
    client.post(address(imported, "ban-goc/"))
    return client.get(address(imported, "ban-goc/")).content.decode()


def read_from(page: str) -> set[str]:
    return set(re.findall(r'<form class="read-cell[^>]*data-place="([^"]+)"', page))


def test_a_word_plan_is_shown_as_pages_with_the_places_of_its_cells(
    school: Unit, as_head: Client, django_capture_on_commit_callbacks
):
    imported = an_import(school, a_file())
    before = as_head.get(address(imported)).content.decode()
    assert 'hx-trigger="load"' in before and "<figure" not in before and "original-table" in before
    with django_capture_on_commit_callbacks(execute=True):
        as_head.post(address(imported, "ban-goc/"))
    answer = as_head.get(address(imported, "ban-goc/"))
    assert answer["HX-Retarget"] == "#ban-goc"
    page = as_head.get(address(imported)).content.decode()
    places = set(re.findall(r'<rect data-place="([^"]+)"', page))
    assert page.count("<figure") == 6 and "Xem bản gốc dạng chữ" in page
    assert len(read_from(page) & places) > 45
    picture = as_head.get(re.search(r'src="(/don-vi/[^"]+/trang/2\.png)"', page)[1])
    assert b"".join(picture.streaming_content).startswith(b"\x89PNG")


def test_what_was_corrected_while_the_pages_were_drawn_stays(
    school: Unit, as_head: Client, django_capture_on_commit_callbacks
):
    imported = an_import(school, a_file())
    with django_capture_on_commit_callbacks() as waiting:
        as_head.post(address(imported, "ban-goc/"))
    assert as_head.get(address(imported, "ban-goc/")).status_code == 204
    as_head.post(address(imported, "o/"), {"item": "0", "of": "7", "field": "note", "text": "Sửa trong lúc chờ"})
    for one in waiting:
        one()
    row = now(imported)
    assert (row.drawing, row.data["items"][0]["note"]) == ("done", "Sửa trong lúc chờ")


def test_old_word_files_have_pages_too(
    school: Unit, as_head: Client, tmp_path: Path, django_capture_on_commit_callbacks
):
    as_head.post(f"/don-vi/{school.slug}/ke-hoach/moi/tu-tep/", {"file": io.FileIO(made("doc", 3, tmp_path))})
    imported = PlanImport.objects.of(school).select_related("unit").get()
    assert imported.format == "doc"
    with django_capture_on_commit_callbacks(execute=True):
        draw(imported, as_head)
    assert now(imported).pictures > 0


def test_without_libreoffice_the_text_stays_and_one_line_says_so(
    school: Unit, as_head: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setitem(os.environ, "PATH", "/nowhere")
    imported = an_import(school, a_file())
    answer = as_head.post(address(imported, "ban-goc/")).content.decode()
    assert "chưa cài LibreOffice" in answer and "dạng chữ" in answer
    assert now(imported).drawing == ""  # it is asked again once the program is there


def test_a_file_that_libreoffice_cannot_print_keeps_its_text(
    school: Unit, as_head: Client, django_capture_on_commit_callbacks
):
    imported = an_import(school, a_file("hong.docx", zipped(**{"word/document_xml": b"<hong"})))
    with django_capture_on_commit_callbacks(execute=True):
        draw(imported, as_head)
    page = as_head.get(address(imported)).content.decode()
    assert now(imported).drawing == "failed" and "original-table" in page
    assert now(imported).drawing_message in page


def test_a_drawing_that_never_ended_is_begun_anew(school: Unit, head, django_capture_on_commit_callbacks):
    imported = an_import(school, a_file())
    with django_capture_on_commit_callbacks() as first:
        begin_drawing(imported, at=NOW)
        begin_drawing(imported, at=NOW + timedelta(minutes=5))
    with django_capture_on_commit_callbacks() as again:
        begin_drawing(imported, at=NOW + timedelta(minutes=20))
    assert (len(first), len(again)) == (1, 1)


def test_the_pictures_go_once_the_plan_is_there(school: Unit, as_head: Client, django_capture_on_commit_callbacks):
    imported = an_import(school, a_file())
    folder_of(imported).mkdir(parents=True)
    with django_capture_on_commit_callbacks(execute=True):
        as_head.post(address(imported, "xac-nhan/"), {"from_year": "2025", "span": "1"})
    assert now(imported).state == "confirmed" and not folder_of(imported).exists()
