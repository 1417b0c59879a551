"""Where evidence stands in the main navigation."""

from caitien_web.ui.navigation import Entry

ENTRIES = [Entry("Minh chứng", "evidence-list", "evidence.view", 25, "evidence", only="school")]
