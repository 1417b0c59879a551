"""What only the text as typed shows, or the text as read where nothing else is kept: by the kind of file."""

import pytest

from caitien.checks.document import check_file
from corpus.compose import compose, invent_style
from corpus.invent import invent_plan
from corpus.render.docx import write_docx
from corpus.render.pdf import write_pdf
from corpus.render.xlsx import write_xlsx

FORM = "cv5932-9"
TYPED = "Sắp xếp lại thư viêṇ  nhà trường <b>trước khai giảng</b> ; mở cửa cả buổi trưa."
WRITERS = {"docx": write_docx, "xlsx": write_xlsx, "pdf": write_pdf}


def found_in(kind: str, folder) -> dict[str, str]:
    invented = invent_plan(5, form=FORM, count=3)
    invented.plan["items"][1]["solution"] = TYPED
    style = invent_style(1, FORM)
    WRITERS[kind](compose(invented, 1, style), folder / f"plan.{kind}", style, 1)
    judged = check_file(folder / f"plan.{kind}").judged
    return {one.finding.code: one.finding.message for one in judged}


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_slips_of_typing_that_the_reader_repairs_are_told(kind, tmp_path):
    found = found_in(kind, tmp_path)
    assert {"W03", "W06", "E01"} <= found.keys()
    assert "thư viêṇ" in found["W03"]


def test_a_pdf_keeps_no_typing_but_its_mark_up_is_told(tmp_path):
    assert "<b>" in found_in("pdf", tmp_path)["E01"]
