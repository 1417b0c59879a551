"""The entries of this app in the main navigation."""

from caitien_web.ui.navigation import Entry

ENTRIES = [
    Entry("Trang chính", "unit", "unit.view", 0, "home"),
    Entry("Nhân sự", "people", "people.view", 70, "people"),
    Entry("Hội đồng, tổ, ban", "bodies", "bodies.view", 71, "body", only="school"),
    Entry("Đơn vị trực thuộc", "units", "oversight.view", 72, "tree", only="authority"),
    Entry("Nhật ký", "history", "history.view", 80, "history"),
    Entry("Thông tin đơn vị", "unit_particulars", "unit.manage", 85, "settings"),
]
