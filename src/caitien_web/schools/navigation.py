"""The entries of this app in the main navigation."""

from caitien_web.ui.navigation import Entry

ENTRIES = [Entry("Trang chính", "unit", "unit.view", 0, "home")]
