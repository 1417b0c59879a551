"""Where assessments stand in the main navigation."""

from caitien_web.ui.navigation import Entry

ENTRIES = [Entry("Tự đánh giá", "assessments", "assessment.view", 30, "assess", only="school")]
