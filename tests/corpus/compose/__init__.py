"""From an invented plan to the blocks of a document."""

from corpus.compose.blocks import Block, Box, Document, Grid, Line, Pair, Style
from corpus.compose.parts import (
    base_blocks,
    foot_blocks,
    head_blocks,
    intro_blocks,
    listed,
    organisation_blocks,
    section,
    title_blocks,
)
from corpus.compose.style import invent_style
from corpus.compose.tables import plan_tables, problem_table, review_table, tables_by_standard
from corpus.invent import Invented
from corpus.invent.random_choice import Choice

__all__ = ["Block", "Box", "Document", "Grid", "Line", "Pair", "Style", "compose", "invent_style"]


def compose(invented: Invented, seed: int, style: Style | None = None) -> Document:
    """The document of the plan, written in `style` (else in a manner drawn from the seed)."""
    style = style or invent_style(seed, invented.form.id)
    choice = Choice("compose", seed, invented.form.id)
    middle = _tt57_middle if invented.form.criteria == "none" else _middle
    blocks = [
        *head_blocks(invented, style),
        *title_blocks(invented, style),
        *middle(invented, style, choice),
        *foot_blocks(invented, style, choice),
    ]
    return Document(blocks)


def _middle(invented: Invented, style: Style, choice: Choice) -> list[Block]:
    blocks: list[Block] = []
    number = 1
    before = style.bases == "before"
    if before:
        blocks += base_blocks(invented, style, before=True) + intro_blocks(invented)
    purposes = choice.one(("Mục đích, yêu cầu", "Mục đích yêu cầu", "Mục đích, yêu cầu"))
    blocks += [section(number, purposes, style), *listed(invented.plan["purposes"], style)]
    if not before:
        number += 1
        blocks += [
            section(number, "Căn cứ xây dựng kế hoạch", style),
            *base_blocks(invented, style, before=False),
            *intro_blocks(invented),
        ]
    if invented.plan["weak_criteria"]:
        number, more = _results(invented, style, number)
        blocks += more
    number += 1
    blocks.append(section(number, "Nội dung kế hoạch cải tiến chất lượng giáo dục", style))
    make = tables_by_standard if invented.form.per_standard else plan_tables
    blocks += make(invented, style, choice)
    last = 6 if style.sections == "jump" and number < 6 else number + 1
    blocks += [section(last, "Tổ chức thực hiện", style), *organisation_blocks(invented, style)]
    return blocks


def _results(invented: Invented, style: Style, number: int) -> tuple[int, list[Block]]:
    """The parts on last year's weak criteria and on those to be reached, which some schools put in."""
    year = invented.setting.first_year
    titles = {criterion.code: criterion.title for criterion in invented.criteria}
    blocks: list[Block] = [
        section(number + 1, f"Những kết quả đạt được năm học {year - 1} - {year}", style),
        Line("Ưu điểm", "sub", "1."),
        Line("Tập thể đoàn kết, nền nếp dạy học được giữ vững, các việc cải tiến đề ra cơ bản hoàn thành."),
        Line("Tồn tại", "sub", "2."),
        Line("Qua tự đánh giá, các tiêu chí sau chưa vững:"),
        *(Line(f"Tiêu chí {code}: {titles[code]};", "item", "-") for code in invented.plan["weak_criteria"]),
        section(number + 2, f"Chỉ tiêu phấn đấu năm học {year} - {year + 1}", style),
        Line("Củng cố để đạt vững chắc các tiêu chí:"),
        *(Line(f"Tiêu chí {code}: {titles[code]};", "item", "-") for code in invented.plan["target_criteria"]),
    ]
    return number + 2, blocks


def _tt57_middle(invented: Invented, style: Style, choice: Choice) -> list[Block]:
    setting, purposes = invented.setting, invented.plan["purposes"]
    half = max(1, len(purposes) // 2)
    blocks: list[Block] = [
        section(1, "Thông tin chung", style),
        Line(f"Tên cơ sở giáo dục: {setting.name}", "item", "1."),
        Line(f"Loại hình: {invented.plan['school']['ownership']}", "item", "2."),
        Line(f"Địa chỉ: {setting.place}", "item", "3."),
        section(2, "Căn cứ xây dựng kế hoạch", style),
        *base_blocks(invented, style, before=False),
        section(3, "Mục đích, yêu cầu", style),
        Line("Mục đích", "sub", "1."),
        *(Line(text, "item", f"{letter})") for letter, text in zip("abcd", purposes[:half], strict=False)),
        Line("Yêu cầu", "sub", "2."),
        *(Line(text, "item", f"{letter})") for letter, text in zip("abcde", purposes[half:], strict=False)),
        section(
            4, choice.one(("Tóm tắt các vấn đề trọng tâm cần cải tiến", "Các vấn đề trọng tâm cần cải tiến")), style
        ),
        problem_table(invented),
        section(5, choice.one(("Kế hoạch cải tiến chất lượng", "Bảng kế hoạch cải tiến")), style),
        *plan_tables(invented, style, choice),
        section(6, choice.one(("Theo dõi và đánh giá thực hiện (giám sát nội bộ)", "Theo dõi, đánh giá")), style),
        review_table(invented),
        section(7, "Tổ chức thực hiện", style),
        *organisation_blocks(invented, style),
        section(8, "Cơ chế đánh giá và báo cáo", style),
        Line(
            "Sơ kết vào cuối học kỳ I, tổng kết vào cuối năm học; kết quả được công khai cho cha mẹ học sinh.",
            "item",
            "-",
        ),
    ]
    return blocks
