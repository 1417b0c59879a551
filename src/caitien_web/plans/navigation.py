"""Where plans stand in the main navigation."""

from caitien_web.ui.navigation import Entry

ENTRIES = [
    Entry("Kế hoạch", "plans", "plan.view_issued", 20, "plan", only="school"),
    Entry("Nhập kế hoạch", "plan-imports", "plan.import_many", 25, "upload", only="authority"),
    Entry("Tìm kiếm", "plan-search", "plan.view_issued", 64, "search", below=True),
]
