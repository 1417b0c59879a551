"""Where the main navigation leads in this app."""

from caitien_web.ui.navigation import Entry

ENTRIES = [
    Entry("Tổng hợp", "oversight", "oversight.view", 5, "chart", only="authority"),
    Entry("Các trường", "oversight-schools", "oversight.view", 15, "building", only="authority"),
    Entry("Thống kê", "statistics", "plan.view_issued", 65, "target", below=True),
]
