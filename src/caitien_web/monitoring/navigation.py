"""The places of this app in the navigation."""

from caitien_web.ui.navigation import Entry

ENTRIES = [
    Entry("Việc của tôi", "my-work", "work.report", 10, "work", only="school"),
    Entry("Giám sát", "rounds", "monitoring.view", 50, "monitor", only="school"),
    Entry("Sơ kết, tổng kết", "reviews", "work.view", 55, "chart", only="school"),
    Entry("Văn bản, báo cáo", "papers", "report.view", 60, "report", only="school"),
    Entry("Văn bản đến", "received", "report.receive", 60, "report", only="authority"),
]
