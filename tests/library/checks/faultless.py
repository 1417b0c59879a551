"""A plan of an invented school in which no check finds a fault of weight: cases change it where they need to."""

import copy
from typing import Any

ITEM: dict[str, Any] = {
    "standard": 1,
    "criterion": "1.2",
    "criterion_title": "Hội đồng trường (Hội đồng quản trị đối với trường tư thục) và các hội đồng khác",
    "weakness": "Năm học 2023 - 2024 Hội đồng trường mới họp 2/3 kỳ theo quy định.",
    "target_result": "Hội đồng trường họp đủ 3 kỳ trong năm học, 100% kỳ họp có nghị quyết (hiện có 2 kỳ).",
    "solution": "Hiệu trưởng lập lịch họp Hội đồng trường từ đầu năm học, gửi tài liệu trước 5 ngày.",
    "owner_text": "Hiệu trưởng",
    "owners": ["Hiệu trưởng"],
    "supporting": [],
    "time_text": "Từ tháng 9/2024 đến tháng 5/2025",
    "start": "2024-09",
    "end": "2025-05",
    "recurrence": "none",
    "school_years": ["2024-2025"],
    "budget_text": "Không",
    "budget_vnd": 0,
    "support_conditions": "Hội đồng trường",
    "support_parties": ["Hội đồng trường"],
    "evidence_outputs": ["Nghị quyết của Hội đồng trường"],
}
PLAN: dict[str, Any] = {
    "schema": "caitien.plan/1",
    "form": "cv5932-9",
    "school": {
        "name": "Trường Tiểu học Suối Ngọc",
        "level": "primary",
        "governing_body": "UBND huyện Đồi Cao",
        "place": "Đồi Cao",
        "abbreviation": "THSN",
        "name_as_written": ["TRƯỜNG TIỂU HỌC SUỐI NGỌC", "Trường Tiểu học Suối Ngọc"],
    },
    "document": {
        "number": "41/KH-THSN",
        "number_is_blank": False,
        "date": "2024-08-30",
        "date_text": "Đồi Cao, ngày 30 tháng 8 năm 2024",
        "subject": "Cải tiến chất lượng giáo dục",
        "school_year": "2024-2025",
        "period": {"from_year": 2024, "to_year": 2025},
    },
    "framework": "TT17-2018",
    "items": [ITEM],
    "legal_bases": [
        {
            "text": "Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018 của Bộ Giáo dục và Đào tạo;",
            "number": "17/2018/TT-BGDĐT",
            "type": "Thông tư",
            "date": "2018-08-22",
        },
        {
            "text": "Công văn số 5932/BGDĐT-QLCL ngày 28/12/2018 của Bộ Giáo dục và Đào tạo;",
            "number": "5932/BGDĐT-QLCL",
            "type": "Công văn",
            "date": "2018-12-28",
        },
        {
            "text": "Báo cáo tự đánh giá số 30/BC-THSN ngày 28/5/2024 của nhà trường, năm học 2023 - 2024.",
            "number": "30/BC-THSN",
            "type": "Báo cáo tự đánh giá",
            "date": "2024-05-28",
        },
    ],
    "prior_results": {
        "school_year": "2023-2024",
        "levels": {"1": {"met": 27, "total": 27}, "2": {"met": 26, "total": 27}, "3": {"met": 18, "total": 19}},
        "text": "Mức 1: 27/27 tiêu chí đạt\nMức 2: 26/27 tiêu chí đạt\nMức 3: 18/19 tiêu chí đạt",
    },
    "purposes": [],
    "weak_criteria": [],
    "target_criteria": [],
    "organisation": [
        {"party": "Hiệu trưởng", "duties": ["Điều chỉnh kế hoạch khi cần."]},
        {"party": "Hội đồng trường", "duties": ["Họp theo lịch."]},
        {
            "party": "Tổ giám sát kế hoạch",
            "duties": ["Tổ trưởng: Phó hiệu trưởng.", "Kiểm tra tiến độ cuối học kỳ.", "Cuối năm báo cáo Phòng GDĐT."],
        },
    ],
    "recipients": [],
    "signatory": {"title": "Hiệu trưởng", "name": "Lò Thị Mây Xanh"},
}


def changed(overlay: dict[str, Any]) -> dict[str, Any]:
    """The faultless plan with the overlay's fields in it; each item of the overlay changes a faultless item."""
    plan = copy.deepcopy(PLAN)
    for key, value in overlay.items():
        if key == "items":
            plan["items"] = [{**copy.deepcopy(ITEM), **item} for item in value]
        elif isinstance(value, dict) and isinstance(plan.get(key), dict):
            plan[key] = {**plan[key], **value}
        else:
            plan[key] = value
    return plan
