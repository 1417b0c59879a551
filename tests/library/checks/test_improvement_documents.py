"""The faults of a plan by the circular of 2026, each put into an invented document and found when that is read."""

from collections.abc import Callable

import pytest

from caitien.checks.document import check_file
from corpus.compose import compose, invent_style
from corpus.invent import Invented, invent_plan
from corpus.render.docx import write_docx

FORM = "tt57-bieu2"
LEVELS = ("preschool", "primary", "lower_secondary", "continuing")


def found_in(invented: Invented, folder) -> dict[str, str]:
    """The codes found in the document of a plan, each with its last message."""
    style = invent_style(1, FORM)
    write_docx(compose(invented, 1, style), folder / "plan.docx", style, 1)
    return {one.finding.code: one.finding.message for one in check_file(folder / "plan.docx").judged}


def one_review(invented: Invented) -> None:
    invented.plan["reviews"] = [invented.plan["reviews"][0] | {"when": "Cuối học kỳ I"}]


def limitation_forgotten(invented: Invented) -> None:
    problems = invented.plan["problems"]
    problems.append(problems[-1] | {"limitation": "Bể bơi thiếu phao, chưa có người trực cứu hộ."})


def item_out_of_place(invented: Invented) -> None:
    row = {"improvement": "Vườn cây thuốc nam", "solution": "Xin hạt, chia luống, tưới mỗi sáng", "target_result": None}
    invented.plan["items"].append(invented.plan["items"][-1] | row)
    invented.cells.append(invented.cells[-1])
    invented.criteria.append(invented.criteria[-1])


def no_indicator(invented: Invented) -> None:
    invented.plan["items"][1]["indicators"] = None


def code_malformed(invented: Invented) -> None:
    invented.cells[0]["evidence_outputs"] = "Biên bản kiểm tra (MC.1-3-1)"


def even_council(invented: Invented) -> None:
    duty = "Kiện toàn Hội đồng tự đánh giá gồm 08 thành viên, 01 Chủ tịch, 02 Thư ký."
    invented.plan["organisation"][0]["duties"].append(duty)


def district_recipient(invented: Invented) -> None:
    invented.plan["recipients"].insert(0, "Phòng GDĐT huyện Bến Sậy (để báo cáo)")


def signed_too_early(invented: Invented) -> None:
    invented.plan["document"] |= {"date": "2025-09-08", "date_text": "Bến Sậy, ngày 08 tháng 9 năm 2025"}


FAULTS: dict[str, Callable[[Invented], None]] = {
    "T01": one_review,
    "T02": limitation_forgotten,
    "T03": item_out_of_place,
    "T04": no_indicator,
    "T05": code_malformed,
    "T06": even_council,
    "H15": district_recipient,
    "L13": signed_too_early,
}


@pytest.mark.parametrize("level", LEVELS)
def test_an_invented_plan_has_none_of_these_faults(level, tmp_path):
    assert found_in(invent_plan(3, level=level, form=FORM, count=4), tmp_path).keys() & {*FAULTS, "T07"} == set()


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_put_into_a_document_is_found(code, tmp_path):
    invented = invent_plan(3, level="primary", form=FORM, count=4)
    FAULTS[code](invented)
    assert code in found_in(invented, tmp_path)


@pytest.mark.parametrize("level", LEVELS)
def test_a_plan_for_every_criterion_is_told_to_choose(level, tmp_path):
    every = len({criterion.code for criterion in invent_plan(3, level=level, form=FORM, count=99).criteria})
    assert "T07" in found_in(invent_plan(3, level=level, form=FORM, count=every), tmp_path)
