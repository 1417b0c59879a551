"""A fault that looks like a misread cell weighs less where the reading doubts that cell, and says so."""

from caitien.checks import check_plan
from caitien.findings import Place, Severity, doubt
from caitien.plan import from_json
from library.checks.faultless import changed


def test_a_cut_cell_is_an_error_unless_the_reading_doubts_where_the_cell_ends():
    plan = from_json(changed({"items": [{"owner_text": "Hiệu trưởng, viên chức phụ trách văn"}]}))
    sure = check_plan(plan, select=["I13"])
    doubted = doubt("cell-boundary-uncertain", "Chưa chắc ô này.", place=Place("items", 0, "1.2", "owner_text"))
    unsure = check_plan(plan, select=["I13"], doubts=[doubted])
    assert [finding.severity for finding in sure] == [Severity.ERROR]
    assert [finding.severity for finding in unsure] == [Severity.WARNING]
    assert "nghi ngờ khi đọc" in unsure[0].hint
