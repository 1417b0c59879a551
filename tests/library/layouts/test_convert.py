"""An old plan in the new form: what goes along, what is marked, what is told; nothing goes missing in silence."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caitien.blocks import Paragraph, Style
from caitien.blocks.marks import without_marks
from caitien.findings import CannotWrite
from caitien.frameworks import crosswalk, load_framework
from caitien.layouts.compose import compose, left_out
from caitien.layouts.convert import DECIDE, ORIGIN, VERIFY, Converted, convert, decisions_in, marked, open_questions
from caitien.plan import DocumentInfo, Item, LegalBasis, Plan, PriorResults, School, from_json
from corpus.invent import invent_plan

TT17, TT57 = "TT17-2018", "TT57-2026-PT"
ON = date(2026, 9, 1)
LATER = {"2025-09": "2026-09", "2026-05": "2027-05", "2024-09": "2026-09", "2025-01": "2027-01"}


def item(criterion: str | None, **given: object) -> Item:
    standard = int(criterion[0]) if criterion else None
    return replace(
        Item(standard, criterion, target_result="Có sân chơi sạch", solution="Lát lại sân", owner_text="Tổ văn phòng"),
        **given,  # type: ignore[arg-type]
    )


def plan(*items: Item, **given: object) -> Plan:
    school = School("Trường Tiểu học Đồi Chè", "primary", "UBND xã Đồi Chè", "Đồi Chè")
    info = DocumentInfo("41/KH-THĐC", date="2025-09-05", school_year="2025-2026")
    return replace(Plan(school, info, TT17, tuple(items), form="cv5932-9"), **given)  # type: ignore[arg-type]


def converted(*items: Item, on: date | None = None, **given: object) -> Converted:
    return convert(plan(*items, **given), TT57, on=on)


def test_an_item_stands_under_the_proposed_criterion_with_its_origin() -> None:
    (new,) = converted(item("1.6", improvement="Quản lý tài sản")).plan.items
    assert (new.standard, new.criterion) == (1, "1.3")
    assert new.criterion_title == load_framework(TT57).criterion("1.3").title  # type: ignore[union-attr]
    said = new.improvement or ""
    assert said.startswith("Quản lý tài sản\n")
    assert (
        f"[{ORIGIN}: tiêu chí 1.6 “" in said
        and "Thông tư 17/2018/TT-BGDĐT, kế hoạch số 41/KH-THĐC năm học 2025 - 2026]" in said
    )
    assert f"[{DECIDE}: xác nhận tiêu chí 1.3 “" in said and "hoặc 1.4 (công khai), 4.1 (tài sản)]" in said


@pytest.mark.parametrize("progress", ["Hoàn thành", "Đã hoàn thành", "ĐÃ HOÀN THÀNH 100%", "Đã thực hiện xong"])
def test_finished_items_stay_behind_and_are_told(progress: str) -> None:
    found = converted(item("1.6", progress=progress), item("2.1"))
    assert [one.criterion for one in found.plan.items] == ["2.1"]
    assert any("mục 1" in note and progress in note for note in found.notes)


@pytest.mark.parametrize(
    "progress",
    [None, "Đang thực hiện - 40%", "Chưa hoàn thành", "Hoàn thành một phần", "Hoàn thành 60%", "Chưa bắt đầu"],
)
def test_unfinished_items_go_along(progress: str | None) -> None:
    (new,) = converted(item("1.6", progress=progress)).plan.items
    assert new.progress == progress if progress else DECIDE in (new.progress or "")


def test_levels_are_never_converted() -> None:
    results = PriorResults("2024-2025", levels={"1": {"met": 25, "total": 25}})
    found = converted(item("1.6", target_result="Đạt Mức 3"), prior_results=results)
    (new,) = found.plan.items
    assert (new.target_result or "").startswith("Đạt Mức 3\n") and DECIDE in (new.target_result or "")
    assert found.plan.prior_results is None
    assert any("không quy đổi" in note for note in found.notes)


def test_what_the_new_form_asks_and_the_old_did_not_is_left_to_decide() -> None:
    found = converted(item("1.6", owner_text=None, weakness=None))
    (new,), (problem,) = found.plan.items, found.plan.problems
    texts = (new.indicators, new.owner_text, new.time_text, new.resources, *new.evidence_outputs, new.progress)
    assert all(f"[{DECIDE}: " in (text or "") for text in texts)
    assert all(f"[{DECIDE}: " in (text or "") for text in (problem.current_state, problem.limitation, problem.cause))


def test_a_term_that_has_passed_is_to_be_set_anew_but_a_standing_one_is_kept() -> None:
    past = item("2.1", time_text="Ngày 15/5/2026", start="2026-05-15", end="2026-05-15", recurrence="none")
    ahead = item("2.2", time_text="Tháng 12/2026", start="2026-12", end="2026-12", recurrence="none")
    always = item("2.3", time_text="Thường xuyên", recurrence="ongoing")
    new = converted(past, ahead, always, on=date(2026, 9, 1)).plan.items
    assert [one.time_text for one in new[1:]] == ["Tháng 12/2026", "Thường xuyên"]
    assert (new[0].time_text or "").startswith("Ngày 15/5/2026\n[") and "đã qua" in (new[0].time_text or "")


@pytest.mark.parametrize(
    ("said", "start", "end", "now"),
    [
        ("Tháng 9/2025 đến tháng 5/2026", "2025-09", "2026-05", "Tháng 9/2026 đến tháng 5/2027"),
        ("Trong năm học 2025 - 2026", "2025-09", "2026-05", "Trong năm học 2026 - 2027"),
        ("Học kỳ I năm học 2024-2025", "2024-09", "2025-01", "Học kỳ I năm học 2026-2027"),
        ("Tháng 9", "2025-09", "2025-09", "Tháng 9"),
    ],
)
def test_a_term_of_one_school_year_moves_to_the_new_one(said: str, start: str, end: str, now: str) -> None:
    (new,) = converted(item("2.1", time_text=said, start=start, end=end, recurrence="none"), on=ON).plan.items
    told = f"{now}\n[{ORIGIN}: kế hoạch cũ ghi “{said}”]" if now != said else now
    assert new.time_text == told
    assert (new.start, new.end) == (LATER[start], LATER[end]) and new.school_years == ("2026-2027",)


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("Ngày 15/10/2025", "2025-10-15", "2025-10-15"),
        ("Năm học 2024 - 2026", "2024-09", "2026-05"),
        ("Năm 2025", "2025", "2025"),
        ("Năm học 2025-26", "2025-09", "2026-05"),
        ("Tháng 10/2025 theo Kế hoạch số 12/KH-UBND", "2025-10", "2025-10"),
        ("Khi có kinh phí", None, "2026-05"),
    ],
)
def test_a_term_that_is_not_surely_the_same_a_year_later_is_left_to_decide(
    said: str, start: str | None, end: str
) -> None:
    (new,) = converted(item("2.1", time_text=said, start=start, end=end, recurrence="none"), on=ON).plan.items
    assert new.time_text == f"{said}\n[{DECIDE}: thời hạn cũ đã qua; ấn định thời hạn mới]"


def test_a_term_that_would_be_over_again_is_left_to_decide() -> None:
    past = item("2.1", time_text="Tháng 9/2025", start="2025-09", end="2025-09", recurrence="none")
    (new,) = converted(past, on=date(2026, 11, 27)).plan.items
    assert (new.time_text or "").startswith(f"Tháng 9/2025\n[{DECIDE}: ")


def test_only_the_year_of_the_old_plan_changes_in_sentences_and_it_is_told() -> None:
    found = converted(
        item("1.6"),
        purposes=("Thực hiện trong năm học 2025 - 2026.", "Năm học 2025-2026 chi 12.000.000 đồng."),
        closing="Trên đây là kế hoạch năm học 2025-2026./.",
        on=ON,
    )
    assert found.plan.purposes[0] == "Thực hiện trong năm học 2026 - 2027."
    assert found.plan.purposes[1].startswith(f"Năm học 2025-2026 chi 12.000.000 đồng. [{DECIDE}: ")
    assert found.plan.closing == "Trên đây là kế hoạch năm học 2026 - 2027./."
    assert any("Đổi năm học 2025 - 2026 thành 2026 - 2027 trong 2 câu" in note for note in found.notes)


def test_with_the_old_plan_at_hand_only_what_is_to_be_decided_is_marked() -> None:
    past = item("1.6", improvement="Quản lý tài sản", time_text="Tháng 5/2026", start="2026-05", end="2026-05")
    found = converted(past, item("2.1", target_result="Đạt Mức 3"), on=ON)
    kept = open_questions(found.plan)
    first, second = kept.items
    assert (first.time_text, first.indicators, first.progress, first.evidence_outputs) == (
        "Tháng 5/2027",
        None,
        None,
        (),
    )
    assert kept.problems[0].cause is None
    lines = (first.improvement or "").split("\n")
    assert lines[0] == "Quản lý tài sản" and lines[1].startswith(f"[{DECIDE}: xác nhận tiêu chí") and len(lines) == 2
    assert DECIDE in (second.target_result or "")
    assert replace(kept, items=(), problems=()) == replace(found.plan, items=(), problems=())


def test_that_an_entry_of_the_registry_is_not_verified_stands_in_the_note_not_in_the_base() -> None:
    found = converted(item("1.6"))
    assert "[" not in found.plan.legal_bases[0].text and found.unverified == ("Thông tư 57/2026/TT-BGDĐT",)
    draft = marked(compose(found.plan), found.unverified)
    notes = [block.text for block in draft.blocks if isinstance(block, Paragraph) and block.style is Style.NOTE]
    assert "Tên, ngày của Thông tư 57/2026/TT-BGDĐT chưa đối chiếu văn bản gốc." in notes[0]


def test_a_basis_that_is_no_document_needs_no_decision() -> None:
    found = converted(item("1.6"), legal_bases=(LegalBasis("Tình hình thực tế của nhà trường;"),))
    assert [basis.text for basis in found.plan.legal_bases[1:]] == ["Tình hình thực tế của nhà trường;"]


def test_money_and_conditions_stand_in_the_column_of_resources() -> None:
    (new,) = converted(
        item("3.1", budget_text="12.500.000 đồng", funding_source="Ngân sách", support_conditions="Xã cho mượn đất")
    ).plan.items
    assert new.resources == "Kinh phí: 12.500.000 đồng\nNguồn: Ngân sách\nĐiều kiện: Xã cho mượn đất"


def test_a_ceased_basis_gives_way_to_the_one_in_force() -> None:
    bases = (
        LegalBasis("Thông tư số 17/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018", "17/2018/TT-BGDĐT", "Thông tư"),
        LegalBasis("Thông tư số 59/2012/TT-BGDĐT", "59/2012/TT-BGDĐT", "Thông tư"),
        LegalBasis("Công văn số 5932/BGDĐT-QLCL", "5932/BGDĐT-QLCL", "Công văn"),
        LegalBasis("Quyết định số 12/QĐ-THĐC của nhà trường", "12/QĐ-THĐC", "Quyết định"),
        LegalBasis("Báo cáo tự đánh giá của nhà trường"),
    )
    found = converted(item("1.6"), legal_bases=bases)
    texts = [basis.text for basis in found.plan.legal_bases]
    assert [basis.number for basis in found.plan.legal_bases] == ["57/2026/TT-BGDĐT", "12/QĐ-THĐC", None]
    assert texts[0].startswith("Thông tư số 57/2026/TT-BGDĐT ngày 07 tháng 7 năm 2026 của Bộ Giáo dục và Đào tạo")
    assert f"[{VERIFY}: " in texts[1] and f"[{DECIDE}: " in texts[2]
    for number in ("17/2018/TT-BGDĐT", "59/2012/TT-BGDĐT", "5932/BGDĐT-QLCL"):
        assert any(number in note for note in found.notes)


def test_what_has_no_counterpart_is_kept_and_left_to_decide() -> None:
    found = converted(item(None, task="Việc chung"), item("2.1"))
    assert [one.criterion for one in found.plan.items] == ["2.1", None]
    assert "mục không ghi tiêu chí" in (found.plan.items[1].improvement or "")
    assert any("Mục 2 chưa có tiêu chí" in note for note in found.notes)


def test_number_day_and_year_are_not_those_of_the_old_document() -> None:
    found = converted(item("1.6"), on=date(2026, 9, 1))
    assert found.plan.document == DocumentInfo(
        number_is_blank=True, school_year="2026-2027", period=found.plan.document.period
    )
    assert any("Không chuyển số và ngày" in note for note in found.notes)


@pytest.mark.parametrize(
    ("change", "to", "why"),
    [
        ({}, "TT17-2018", "đã theo"),
        ({}, "TT57-2026-MN", "TT57-2026-PT"),
        ({}, "TT58-2030", "TT58-2030"),
        ({"framework": None}, TT57, "Chưa rõ"),
        ({"framework": "TT19-2018"}, TT57, "TT57-2026-MN"),
    ],
)
def test_what_cannot_be_converted_is_refused_in_one_line(change: dict[str, object], to: str, why: str) -> None:
    with pytest.raises(CannotWrite, match=why) as refusal:
        convert(plan(item("1.6"), **change), to)
    assert "\n" not in str(refusal.value)


def test_a_note_of_the_old_plan_waits_for_a_decision() -> None:
    (new,) = converted(item("1.6", note="Chờ vốn [phường cấp]")).plan.items
    assert f"[{DECIDE}: giữ hay bỏ ghi chú của kế hoạch cũ “Chờ vốn (phường cấp)”]" in (new.improvement or "")
    assert "Chờ vốn" not in without_marks(new.improvement or "")


LEVELS = {"primary": TT57, "lower_secondary": TT57, "preschool": "TT57-2026-MN"}


@given(st.integers(0, 40), st.sampled_from(sorted(LEVELS)), st.sampled_from(["cv5932-9", "weakness-10"]))
@settings(max_examples=25, deadline=None)
def test_every_text_of_every_unfinished_item_is_in_the_new_document(seed: int, level: str, form: str) -> None:
    old = from_json(invent_plan(seed, level=level, form=form).plan)
    if not (old.framework or "").startswith(("TT17", "TT18", "TT19")):
        return
    found = convert(old, LEVELS[level])
    document = marked(compose(found.plan))
    written = " ".join(" ".join(document.texts()).split())
    assert len(found.plan.items) == len(found.plan.problems) == len(old.items)
    for one in old.items:
        texts = (one.weakness, one.target_result, one.task, one.solution, one.owner_text, one.time_text, one.note)
        told = (*texts, one.budget_text, one.funding_source, one.support_conditions, *one.evidence_outputs)
        missing = [text for text in told if text and " ".join(text.split()) not in written]
        assert missing == []
        proposed = [other.code for other in crosswalk(old.framework, one.criterion)] if one.criterion else []
        assert all(code in written for code in proposed)
    assert [path for path in left_out(found.plan, "tt57-bieu2") if not path.endswith(("criterion", "title"))] == []


def test_words_of_the_old_year_are_marked_before_the_end_of_the_text() -> None:
    found = converted(
        item("1.6"), purposes=("Giữ sân sạch", "Đạt chuẩn năm 2025"), closing="Trên đây là Kế hoạch 2025./."
    )
    assert found.plan.purposes[0] == "Giữ sân sạch" and f"[{DECIDE}: " in found.plan.purposes[1]
    assert (found.plan.closing or "").startswith(f"Trên đây là Kế hoạch 2025 [{DECIDE}: ")


def test_the_draft_says_that_it_is_one_and_how_much_is_open() -> None:
    document = compose(converted(item("1.6")).plan)
    draft = marked(document)
    notes = [block for block in draft.blocks if isinstance(block, Paragraph) and block.style is Style.NOTE]
    assert len(notes) == 1 and len(draft.blocks) == len(document.blocks) + 1
    assert f"còn {decisions_in(document)} chỗ" in notes[0].text and "Đề xuất của phần mềm" in notes[0].text
    before = draft.blocks[draft.blocks.index(notes[0]) - 1]
    assert isinstance(before, Paragraph) and before.style is Style.SUBJECT


def test_bodies_of_the_district_level_are_to_be_decided_anew_once_it_has_ended() -> None:
    old = School("Trường Tiểu học Đồi Chè", "primary", "UBND huyện Đồi Chè", "Đồi Chè")
    recipients = ("Phòng GDĐT huyện Đồi Chè (để b/c)", "Các tổ (để t/h)", "Lưu: VT")
    new = converted(item("1.6"), school=old, recipients=recipients).plan
    assert (new.school.governing_body or "").startswith(f"[{DECIDE}: ") and "UBND huyện Đồi Chè" in str(new.school)
    assert f" [{DECIDE}: " in new.recipients[0] and new.recipients[1:] == recipients[1:]
    body = next(p for p in compose(new).texts() if "UBND huyện" in p)
    assert body == new.school.governing_body  # in capitals it would be no mark
    before = converted(item("1.6"), on=date(2025, 6, 30), school=old, recipients=recipients).plan
    assert (before.school.governing_body, before.recipients) == (old.governing_body, recipients)
