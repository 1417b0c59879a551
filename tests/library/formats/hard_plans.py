"""Plans that are hard to lay out, of invented schools; golden/ holds what their pages look like."""

import json
from dataclasses import replace
from pathlib import Path

from caitien.plan import DocumentInfo, Item, LegalBasis, Plan, School, Signatory, from_json

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
LONG_NAME = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Đồi Hoa Mai Vàng số 2"
MARK_UP = (
    '<b>Tập huấn</b> & {{truong}} #set page(paper: "a5") \\textbf{x} $x^2$ @ref `raw` *đậm* _nghiêng_ “trích” '
    "'đơn' \"thẳng\" ≤ ½ =1+1 // hết"
)
WITHOUT_END = (
    "Siêudàikhôngcódấucách" * 6 + " https://truong.example/mot/duong/dan/rat/dai/khong/co/khoang/trang?x=1&y=2"
)
LONG = ("Rà soát, bổ sung hồ sơ theo từng tháng; phân công cho từng tổ, báo cáo kết quả. " * 40)[:3000]


def sample(name: str) -> Plan:
    return from_json(json.loads((SAMPLES / f"{name}.json").read_text("utf-8")))


def cells() -> Plan:
    """Nine columns: a name of 80 letters, text that looks like mark-up, words without end, 3,000 letters, no sums."""
    plan = sample("tieu-hoc-9-cot")
    items = [replace(item, budget_text=None, budget_vnd=None, support_conditions=None) for item in plan.items]
    for at, solution in enumerate((MARK_UP, LONG, WITHOUT_END)):
        items[at] = replace(items[at], solution=solution)
    school = replace(plan.school, name=LONG_NAME, governing_body="Ủy ban nhân dân xã Bến Lau Thượng Hạ")
    signatory = Signatory("Phó Hiệu trưởng", "Tạ Đăng Phương")
    return replace(plan, school=school, items=tuple(items), signatory=signatory)


def one_row() -> Plan:
    """Biểu 2 with a single item that says next to nothing, signed for a council."""
    return Plan(
        school=School(name="Trường Mầm non Mây", governing_body="UBND xã Mây", place="Mây"),
        document=DocumentInfo(number_is_blank=True, school_year="2026-2027"),
        framework="TT57-2026-MN",
        form="tt57-bieu2",
        items=(Item(improvement="Sân chơi"),),
        legal_bases=(LegalBasis("Báo cáo tự đánh giá năm học 2025 - 2026 của nhà trường"),),
        signatory=Signatory("Chủ tịch Hội đồng tự đánh giá", "Đàm Thị Hạ"),
    )


def sixty_rows() -> Plan:
    """Ten columns and sixty rows."""
    plan = sample("thcs-10-cot")
    return replace(plan, items=tuple(plan.items[at % len(plan.items)] for at in range(60)))


HARD = {"kho-o-dai": cells, "kho-mot-dong": one_row, "kho-60-dong": sixty_rows}
