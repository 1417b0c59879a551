"""The tables that invented plans stand in: official forms, and forms that some school made for itself.

A column's `field` is a field of the plan's items, or: `number`, `standard`, `standard_criterion` (both in one cell),
`owner_lead` / `owner_support`, `time_start` / `time_end` (one field over two columns), `blank` (to be filled in later).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    field: str
    headings: tuple[str, ...]
    weight: int = 10
    group: str = ""  # the upper heading that this column shares with its neighbours


@dataclass(frozen=True)
class Form:
    """`standards`: where a standard is named: band (a row), column, inside (the criterion's cell), nowhere.

    `criteria`: how a criterion is written: title, code (with the word), bare (code alone), either.
    `repeat`: what stands in the second row of one criterion: merged, blank, again.
    """

    id: str
    columns: tuple[Column, ...]
    official: str | None = None
    standards: str = "band"
    criteria: str = "title"
    repeat: str = "again"
    weakness_inside: bool = False
    per_standard: bool = False  # a table for each standard, its name in a line above
    millions: bool = False  # sums in the money column are millions, as its heading says
    late: bool = False  # written after the reader, with wordings that no other form has
    landscape: bool = True

    def shows(self, field: str) -> bool:
        return field in {column.field for column in self.columns} or (field == "weakness" and self.weakness_inside)


def _column(field: str, *headings: str, weight: int = 10, group: str = "") -> Column:
    return Column(field, headings, weight, group)


NUMBER = _column("number", "TT", "STT", "Số TT", weight=4)
BOTH = _column("standard_criterion", "Tiêu chuẩn, tiêu chí", "Tiêu chuẩn/Tiêu chí", "Tiêu chuẩn, Tiêu chí", weight=14)
STANDARD = _column("standard", "Tiêu chuẩn", weight=9)
CRITERION = _column("criterion", "Tiêu chí", weight=12)
TARGET = _column("target_result", "Kết quả cần đạt (so với hiện trạng)", weight=16)
SOLUTION = _column("solution", "Công việc/giải pháp cần thực hiện", "Công việc/ giải pháp cần thực hiện", weight=26)
OWNER = _column("owner", "Chủ trì và phối hợp thực hiện", weight=14)
TIME = _column("time", "Thời gian thực hiện và hoàn thành", weight=13)
MONEY = _column("budget", "Dự kiến kinh phí", "Kinh phí dự kiến", weight=10)
SUPPORT = _column("support_conditions", "Điều kiện hỗ trợ khác", weight=12)
NOTE = _column("note", "Ghi chú", weight=9)
WEAKNESS = _column("weakness", "Điểm yếu", "Hạn chế", "Tồn tại, hạn chế", "Điểm hạn chế", weight=18)
TASK = _column("task", "Công việc cần thực hiện", weight=12)
PROOF = _column(
    "evidence_outputs", "Sản phẩm/ Minh chứng sau thực hiện", "Minh chứng dự kiến", "Sản phẩm, minh chứng", weight=14
)
SOURCE = _column("funding_source", "Dự kiến nguồn kinh phí", "Nguồn kinh phí", weight=9)

CV5932_9 = Form("cv5932-9", (NUMBER, BOTH, TARGET, SOLUTION, OWNER, TIME, MONEY, SUPPORT, NOTE), "cv5932-9")
CV5932_8 = Form("cv5932-8", (BOTH, TARGET, SOLUTION, OWNER, TIME, MONEY, SUPPORT, NOTE), "cv5932-8")
WEAKNESS_10 = Form(
    "weakness-10",
    (
        STANDARD,
        CRITERION,
        _column("weakness", "Điểm yếu", weight=16),
        TASK,
        _column("time", "Thời điểm thực hiện", weight=11),
        _column("owner", "Cá nhân/Tổ chức thực hiện", weight=12),
        _column("solution", "Biện pháp thực hiện", weight=20),
        PROOF,
        _column("budget", "Dự kiến kinh phí thực hiện", weight=9),
        SOURCE,
    ),
    "weakness-10",
    standards="column",
    criteria="bare",
    repeat="blank",
)
TT57 = Form(
    "tt57-bieu2",
    (
        _column("number", "TT", "TT (1)", weight=4),
        _column("improvement", "Nội dung cải tiến (2)", "Nội dung cải tiến", "Nội dung", weight=14),
        _column("target_result", "Mục tiêu cải tiến (3)", "Mục tiêu", "Mục tiêu cải tiến", weight=14),
        _column("solution", "Hoạt động/giải pháp (4)", "Hoạt động, giải pháp", weight=22),
        _column("indicators", "Chỉ số đánh giá kết quả (5)", "Chỉ số đánh giá kết quả", weight=13),
        _column("time", "Thời gian thực hiện (6)", "Thời gian thực hiện", "Thời gian", weight=11),
        _column("owner", "Đơn vị/cá nhân phụ trách (7)", "Phụ trách", "Đơn vị/ cá nhân thực hiện", weight=12),
        _column("resources", "Nguồn lực bảo đảm (8)", "Nguồn lực", "Nguồn lực bảo đảm", weight=12),
        _column("evidence_outputs", "Thông tin, dữ liệu hoặc minh chứng dự kiến (9)", "Minh chứng dự kiến", weight=14),
        _column("progress", "Mức độ thực hiện (10)", "Mức độ thực hiện", weight=9),
    ),
    "tt57-bieu2",
    standards="nowhere",
    criteria="none",
)

REORDERED = Form(
    "own-reordered",
    (
        NUMBER,
        BOTH,
        WEAKNESS,
        _column("target_result", "Mục tiêu cần đạt", "Mục tiêu", "Kết quả mong đợi", weight=14),
        _column("time", "Thời gian thực hiện", "Thời gian", "Thời hạn", weight=11),
        _column("owner", "Người thực hiện", "Phân công thực hiện", "Người phụ trách", weight=12),
        _column("solution", "Giải pháp thực hiện", "Biện pháp", "Biện pháp khắc phục", weight=24),
        MONEY,
        NOTE,
    ),
)
SPLIT = Form(
    "own-split",
    (
        NUMBER,
        STANDARD,
        CRITERION,
        SOLUTION,
        _column("owner_lead", "Chủ trì", weight=10, group="Phân công thực hiện"),
        _column("owner_support", "Phối hợp", weight=10, group="Phân công thực hiện"),
        _column("time_start", "Bắt đầu", weight=9, group="Thời gian"),
        _column("time_end", "Hoàn thành", weight=9, group="Thời gian"),
        _column("budget", "Số tiền", "Kinh phí", weight=9, group="Kinh phí"),
        _column("funding_source", "Nguồn", "Nguồn kinh phí", weight=9, group="Kinh phí"),
    ),
    standards="column",
    criteria="either",
    repeat="merged",
)
MERGED = Form(
    "own-merged",
    (
        STANDARD,
        _column("criterion", "Tiêu chí", weight=14),
        _column("weakness", "Nội dung cần cải tiến theo khuyến nghị của Đoàn ĐGN", "Điểm yếu", "Tồn tại", weight=18),
        _column("solution", "Biện pháp thực hiện", "Giải pháp", weight=24),
        _column("owner", "Cá nhân, bộ phận thực hiện", "Đơn vị, cá nhân phụ trách", weight=13),
        _column("time", "Thời gian", "Thời điểm thực hiện", weight=11),
        PROOF,
    ),
    standards="column",
    criteria="title",
    repeat="merged",
)
WEAKNESS_INSIDE = Form("own-weakness-inside", CV5932_9.columns, "cv5932-9", criteria="either", weakness_inside=True)
RESULT = Form(
    "own-result",
    (*CV5932_9.columns[:-1], _column("blank", "Kết quả thực hiện", weight=9), NOTE),
)
INSIDE = Form(
    "own-inside",
    (
        _column("number", "STT", weight=4),
        _column("standard_criterion", "Tiêu chí", "Nội dung tiêu chí", weight=16),
        _column("task", "Công việc", "Nội dung công việc", weight=14),
        _column("solution", "Cách thức thực hiện", "Giải pháp", weight=24),
        _column("owner", "Chịu trách nhiệm", "Phụ trách", weight=12),
        _column("time", "Thời gian hoàn thành", "Thời hạn hoàn thành", weight=11),
        _column("evidence_outputs", "Sản phẩm", "Minh chứng", weight=13),
    ),
    standards="inside",
)

LATE_SPLIT = Form(
    "late-split",
    (
        _column("criterion", "Mã tiêu chí", "TC", weight=6),
        _column("criterion_title", "Tên tiêu chí", weight=14),
        _column("weakness", "Thực trạng, hạn chế", "Mặt còn hạn chế", weight=16),
        _column("target_result", "Yêu cầu cần đạt", "Chỉ tiêu cần đạt", weight=14),
        _column("solution", "Các giải pháp cải tiến", "Việc làm cụ thể", weight=22),
        _column("owner_lead", "Bộ phận chủ trì", "Phụ trách chính", weight=10),
        _column("owner_support", "Bộ phận phối hợp", "Người phối hợp", weight=10),
        _column("time", "Lộ trình", "Tiến độ thực hiện", weight=11),
        _column("budget", "Kinh phí (triệu đồng)", weight=8),
    ),
    standards="nowhere",
    criteria="bare",
    millions=True,
    late=True,
)
LATE_TABLES = Form(
    "late-tables",
    (
        _column("number", "STT", weight=4),
        _column("criterion", "Tiêu chí", "Tiêu chí đánh giá", weight=14),
        _column("solution", "Hoạt động cải tiến", "Nội dung, biện pháp cải tiến", weight=24),
        _column("owner", "Lực lượng thực hiện", "Thành phần tham gia", weight=12),
        _column("time", "Mốc thời gian", "Thời gian dự kiến", weight=11),
        _column("budget", "Ước kinh phí", "Kinh phí thực hiện", weight=9),
        _column("evidence_outputs", "Hồ sơ, minh chứng", "Minh chứng kèm theo", weight=13),
        _column("note", "Ghi chú", weight=8),
    ),
    standards="above",
    per_standard=True,
    late=True,
)
LATE_PLAIN = Form(
    "late-plain",
    (
        _column("standard_criterion", "Nội dung đánh giá", "Tiêu chuẩn - Tiêu chí", weight=14),
        _column("time", "Thời gian tiến hành", weight=11),
        _column("task", "Đầu việc", "Nhiệm vụ cụ thể", weight=13),
        _column("solution", "Cách làm", "Biện pháp tổ chức thực hiện", weight=24),
        _column("owner", "Phân công", "Ai làm", weight=12),
        _column("support_conditions", "Điều kiện thực hiện", "Điều kiện đảm bảo", weight=12),
        _column("target_result", "Dự kiến kết quả", "Kết quả dự kiến đạt được", weight=14),
    ),
    late=True,
)

LATE_FORMS = (LATE_SPLIT, LATE_TABLES, LATE_PLAIN)
FORMS = {
    form.id: form
    for form in (
        CV5932_9,
        CV5932_8,
        WEAKNESS_10,
        TT57,
        REORDERED,
        SPLIT,
        MERGED,
        WEAKNESS_INSIDE,
        RESULT,
        INSIDE,
        *LATE_FORMS,
    )
}
OFFICIAL = ("cv5932-9", "cv5932-8", "weakness-10")
OWN = tuple(name for name in FORMS if name.startswith("own-"))
LATE = tuple(name for name, form in FORMS.items() if form.late)
