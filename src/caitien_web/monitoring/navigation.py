"""The places of this app in the navigation."""

from caitien_web.ui.navigation import Entry

ENTRIES = [
    Entry("Việc của tôi", "my-work", "work.report", 10, "work", only="school"),
]
