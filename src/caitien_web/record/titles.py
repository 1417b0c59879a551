"""What people call the rows of a record."""

from collections.abc import Mapping

TITLES = {
    "schools.person": "người",
    "schools.body": "hội đồng, tổ, ban",
    "schools.decision": "quyết định",
    "assessment.assessment": "kỳ tự đánh giá",
    "assessment.externalassessment": "lần đánh giá ngoài",
    "assessment.recognition": "quyết định công nhận",
    "assessment.weakness": "điểm yếu",
    "plans.schoolplan": "kế hoạch",
    "plans.planitem": "mục kế hoạch",
    "plans.planversion": "phiên bản đã ban hành",
    "monitoring.work": "việc",
    "monitoring.progress": "lần báo cáo tiến độ",
    "monitoring.moneyentry": "khoản kinh phí",
    "monitoring.monitoringround": "đợt giám sát",
    "monitoring.review": "kỳ sơ kết, tổng kết",
    "monitoring.paper": "văn bản",
    "monitoring.paperfile": "bản đã ký của văn bản",
    "evidence.evidence": "minh chứng",
    "evidence.evidenceversion": "tệp minh chứng (mọi bản)",
    "history.entry": "dòng nhật ký",
}
OTHERS = "dòng ghi chép khác"


def counted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """How many of what, in the order of TITLES; what has no title of its own is counted together."""
    found = [(title, counts[label]) for label, title in TITLES.items() if counts.get(label)]
    others = sum(count for label, count in counts.items() if label not in TITLES)
    return [*found, (OTHERS, others)] if others else found
