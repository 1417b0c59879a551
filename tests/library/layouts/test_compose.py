"""Composing: the official document of a plan by the decree, with nothing of the plan lost in silence."""

import re
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caitien.blocks import Document, Pair, Paragraph, Style, Table
from caitien.findings import CannotWrite
from caitien.layouts.compose import compose, describe_left_out, left_out, merged
from caitien.layouts.forms import FORMS, form_by_id
from caitien.plan import DocumentInfo, Item, LegalBasis, Period, Plan, School, Signatory, from_json
from corpus.invent import LEVELS, invent_plan

IDS = [form.id for form in FORMS]
HEADED = Plan(
    school=School("Trường Tiểu học Suối Ngọc", "primary", "UBND xã Suối Ngọc", "Suối Ngọc", "THSN"),
    document=DocumentInfo("5/KH-THSN", date="2026-09-05", school_year="2026-2027", period=Period(2026, 2027)),
    framework="TT17-2018",
    items=(Item(1, "1.2", solution="Họp hội đồng trường ba lần."),),
    recipients=("Lưu: VT", "UBND xã Suối Ngọc (để b/c)"),
    signatory=Signatory("Hiệu trưởng", "Nguyễn Thị Mẫu"),
)


def texts(document: Document, style: Style) -> list[str]:
    """The texts of all paragraphs of this style, those side by side with others too."""
    sides = (
        (*block.left, *block.right) if isinstance(block, Pair) else (block,) if isinstance(block, Paragraph) else ()
        for block in document.blocks
    )
    return [paragraph.text for side in sides for paragraph in side if paragraph.style is style]


def table(document: Document, columns: int) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table) and block.width == columns)


def some_plan(seed: int, form: str, level: str = "primary") -> Plan:
    return from_json(invent_plan(seed, level=level, form=form).plan)


def test_the_head_is_that_of_the_decree():
    document = compose(HEADED)
    head = document.blocks[0]
    assert isinstance(head, Pair)
    assert [one.text for one in head.left] == ["UBND XÃ SUỐI NGỌC", "TRƯỜNG TIỂU HỌC SUỐI NGỌC", "Số: 05/KH-THSN"]
    assert [one.text for one in head.right] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Suối Ngọc, ngày 05 tháng 9 năm 2026",
    ]
    assert texts(document, Style.KIND) == ["KẾ HOẠCH"]
    assert texts(document, Style.SUBJECT) == ["Cải tiến chất lượng giáo dục năm học 2026 - 2027"]


@pytest.mark.parametrize(
    ("day", "written", "expected"),
    [
        ("2026-02-03", None, "Suối Ngọc, ngày 03 tháng 02 năm 2026"),
        ("2026-10-28", None, "Suối Ngọc, ngày 28 tháng 10 năm 2026"),
        ("2026-09", None, "Suối Ngọc, ngày … tháng 9 năm 2026"),
        (None, None, "Suối Ngọc, ngày … tháng … năm 2026"),
        ("2024-05-07", "Quận Cũ, ngày 7 tháng 5 năm 2024", "Quận Cũ, ngày 07 tháng 5 năm 2024"),
        ("2024-01-17", "Quận Cũ, ngày 17 tháng 1 năm 2024", "Quận Cũ, ngày 17 tháng 01 năm 2024"),
        (None, "Quận Cũ, ngày … tháng 9 năm 2024", "Quận Cũ, ngày … tháng 9 năm 2024"),
        ("2026-09-05", "Suối Ngọc, ngày 01 tháng 8 năm 2025", "Suối Ngọc, ngày 05 tháng 9 năm 2026"),
    ],
)
def test_place_and_date_are_the_documents_own_with_the_decrees_zeros(day, written, expected):
    plan = replace(HEADED, document=replace(HEADED.document, date=day, date_text=written))
    assert texts(compose(plan), Style.PLACE_DATE) == [expected]


def test_an_old_plan_keeps_the_bodies_of_its_day_and_its_period():
    school = replace(HEADED.school, governing_body="Phòng GD&ĐT huyện Cồn Sậy")
    info = replace(HEADED.document, number="94/KH SN", school_year=None, period=Period(2021, 2026))
    document = compose(replace(HEADED, school=school, document=info))
    assert texts(document, Style.GOVERNING_BODY) == ["PHÒNG GD&ĐT HUYỆN CỒN SẬY"]
    assert texts(document, Style.NUMBER) == ["Số: 94/KH SN"]
    assert texts(document, Style.SUBJECT) == ["Cải tiến chất lượng giáo dục giai đoạn 2021 - 2026"]


def test_a_number_not_yet_given_is_left_to_be_filled_in():
    document = compose(replace(HEADED, document=replace(HEADED.document, number=None)))
    assert texts(document, Style.NUMBER) == ["Số: …"]


def test_bases_stand_in_italics_one_by_one_with_their_signs():
    bases = ("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019.", "Thông tư số 17/2018/TT-BGDĐT;", "Kết quả năm học trước")
    document = compose(replace(HEADED, legal_bases=tuple(map(LegalBasis, bases))))
    assert texts(document, Style.BASIS) == [
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
        "Căn cứ Thông tư số 17/2018/TT-BGDĐT;",
        "Căn cứ kết quả năm học trước.",
    ]
    assert all(one.italic for one in document.blocks if isinstance(one, Paragraph) and one.style is Style.BASIS)


@pytest.mark.parametrize("form", IDS)
@pytest.mark.parametrize("level", LEVELS)
def test_parts_are_numbered_without_a_jump_and_the_text_ends_with_its_sign(form, level):
    for seed in range(3):
        document = compose(some_plan(seed, form, level))
        numbers = [text.split(".")[0] for text in texts(document, Style.PART)]
        assert numbers == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][: len(numbers)]
        *_, last, foot = document.blocks
        assert isinstance(foot, Pair)
        assert isinstance(last, Paragraph) and last.text.endswith("./.")
        assert sum(text.endswith("./.") for text in document.texts()) == 1
        assert texts(document, Style.RECIPIENTS_TITLE) == ["Nơi nhận:"]
        *others, archive = texts(document, Style.RECIPIENT)
        assert re.fullmatch(r"- Lưu: .*[^;.]\.", archive)
        assert all(re.fullmatch(r"- .*[^;.];", text) for text in others)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Hiệu trưởng", ["HIỆU TRƯỞNG"]),
        ("Phó hiệu trưởng", ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"]),
        ("Phó giám đốc", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        ("KT. Hiệu trưởng phó hiệu trưởng", ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"]),
        ("Chủ tịch hội đồng tự đánh giá", ["TM. HỘI ĐỒNG TỰ ĐÁNH GIÁ", "CHỦ TỊCH"]),
        ("Quyền hiệu trưởng", ["Q. HIỆU TRƯỞNG"]),
        (None, ["HIỆU TRƯỞNG"]),
    ],
)
def test_the_signer_signs_in_the_decrees_form(title, lines):
    document = compose(replace(HEADED, signatory=Signatory(title, "Nguyễn Thị Mẫu")))
    assert texts(document, Style.SIGNER_TITLE) == lines
    assert texts(document, Style.SIGNER_NAME) == ["Nguyễn Thị Mẫu"]


def test_nine_columns_count_the_standards_and_say_where_there_is_nothing():
    rows = table(compose(HEADED, form="cv5932-9"), 9).rows
    heads, bands = [row for row in rows if row.is_header], [row for row in rows if row.is_band]
    assert [cell.text for cell in heads[0].cells][:2] == ["TT", "Tiêu chuẩn, tiêu chí"]
    assert bands[0].texts == ("MỨC 1, 2, 3",)
    assert [band.cells[0].text for band in bands[1:]] == ["1", "2", "3", "4", "5"]
    assert all(band.cells[1].text.startswith(f"Tiêu chuẩn {band.cells[0].text}: ") for band in bands[1:])
    assert [row.texts[1] for row in rows if not row.is_band and not row.is_header] == [
        "Tiêu chí 1.2",
        *["Không có"] * 4,
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_row_fills_the_table_and_every_table_lies_on_its_side(form):
    for block in compose(some_plan(4, form.id)).blocks:
        if isinstance(block, Table):
            assert block.landscape and block.rows[0].is_header
            assert len(block.widths) == block.width and sum(block.widths) == pytest.approx(1, abs=0.001)
            assert all(sum(cell.width for cell in row.cells) == block.width for row in block.rows)


def test_the_form_is_the_plans_own_else_its_editions():
    assert compose(HEADED, form="cv5932-8").blocks != compose(HEADED).blocks
    assert compose(replace(HEADED, form="cv5932-8")) == compose(HEADED, form="cv5932-8")
    assert compose(replace(HEADED, framework="TT57-2026-PT")) == compose(
        replace(HEADED, framework="TT57-2026-PT"), form="tt57-bieu2"
    )
    full = replace(HEADED, items=(Item(1, "1.2", weakness="Ít họp", task="Họp", solution="Lập lịch", budget_text="0"),))
    assert compose(full) == compose(full, form="weakness-10")


def test_an_unknown_form_is_refused_with_the_known_ones():
    with pytest.raises(CannotWrite, match="cv5932-9"):
        compose(HEADED, form="mau-la")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=40)
TEXT_FIELDS = [one.name for one in fields(Item) if one.type == "str | None" and one.name not in ("start", "end")]
ITEMS = st.builds(
    Item,
    standard=st.none() | st.integers(1, 5),
    criterion=st.none() | st.from_regex(r"[1-5]\.[1-9]", fullmatch=True),
    evidence_outputs=st.lists(WORDS, max_size=3).map(tuple),
    **{name: st.none() | WORDS for name in TEXT_FIELDS if name != "criterion"},
)


@pytest.mark.parametrize("form", IDS)
@settings(max_examples=40, deadline=None)
@given(items=st.lists(ITEMS, max_size=4).map(tuple), framework=st.sampled_from(["TT17-2018", "TT57-2026-PT", None]))
def test_whatever_an_item_says_stands_in_the_document_or_is_listed(form, items, framework):
    plan = replace(HEADED, items=items, framework=framework)
    whole, missing = "\n".join(compose(plan, form=form).texts()), left_out(plan, form)
    for at, item in enumerate(items):
        for name in TEXT_FIELDS:
            text = (getattr(item, name) or "").replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
            shown = re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]", " ", text).strip()
            assert shown in whole or f"items.{at}.{name}" in missing
    assert all(line.endswith(".") for line in describe_left_out(missing))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]", whole)


def test_what_a_form_has_no_room_for_is_said_by_field():
    items = (Item(1, "1.1", indicators="Ba lần họp"), Item(1, "1.2", indicators="100%", progress="Hoàn thành"))
    paths = left_out(replace(HEADED, items=items), "cv5932-9")
    assert paths == ("items.0.indicators", "items.1.indicators", "items.1.progress")
    assert describe_left_out(paths) == [
        "Biểu mẫu không có chỗ cho “Chỉ số đánh giá kết quả” (mục 1, 2).",
        "Biểu mẫu không có chỗ cho “Mức độ thực hiện” (mục 2).",
    ]


def test_a_task_without_a_column_stands_with_the_solution_and_it_is_said():
    items = (
        Item(1, "1.1", task="Họp", solution="Lập lịch"),
        Item(1, "1.2", task="Họp"),
        Item(1, "1.3", solution="Mua"),
    )
    plan = replace(HEADED, items=items)
    rows = [row.texts for row in table(compose(plan, form="cv5932-8"), 8).rows if len(row.cells) == 8]
    assert [row[2] for row in rows[1:4]] == ["Nhiệm vụ: Họp\nGiải pháp: Lập lịch", "Họp", "Mua"]
    assert left_out(plan, "cv5932-8") == ()
    assert merged(plan, "cv5932-8") == [
        "Biểu mẫu không có cột nhiệm vụ; nhiệm vụ được ghi trước giải pháp, trong cùng một ô (mục 1)."
    ]
    ten = [row.texts for row in table(compose(plan, form="weakness-10"), 10).rows[1:]]
    assert [(row[3], row[6]) for row in ten] == [("Họp", "Lập lịch"), ("Họp", ""), ("", "Mua")]
    assert merged(plan, "weakness-10") == []


def test_values_without_words_of_their_own_are_put_in_words():
    item = Item(1, "1.2", owners=("Hiệu trưởng",), supporting=("Công đoàn",), start="2026-09", end="2027-05")
    row = table(compose(replace(HEADED, items=(replace(item, budget_vnd=12_500_000),)), form="cv5932-8"), 8).rows[3]
    assert row.texts[3:6] == (
        "Hiệu trưởng phối hợp với Công đoàn",
        "Từ tháng 9/2026 đến tháng 5/2027",
        "12.500.000 đồng",
    )


def test_columns_are_as_wide_as_their_texts_ask_within_bounds_of_the_form():
    items = tuple(Item(1, f"1.{n}", solution="Việc rất dài " * 30, owner_text="Hiệu trưởng") for n in range(1, 5))
    widths = table(compose(replace(HEADED, items=items), form="cv5932-9"), 9).widths
    form = form_by_id("cv5932-9")
    shares = [width / sum(form.widths) for width in form.widths]
    assert sum(widths) == pytest.approx(1, abs=0.001)
    assert 1.2 * shares[3] < widths[3] <= 1.7 * shares[3]
    assert widths[0] == pytest.approx(shares[0], rel=0.15)  # counts
    assert widths[8] == pytest.approx(shares[8], rel=0.15)  # to be filled in by hand
    assert all(width > 0.5 * share for width, share in zip(widths, shares, strict=True))
