"""Where records stand in the main navigation."""

from caitien_web.ui.navigation import Entry

ENTRIES = [
    Entry("Xuất hồ sơ", "record", "record.export", 86, "download", only="school"),
    Entry("Nhập hồ sơ", "record-bring", "record.import", 87, "upload", only="school"),
]
