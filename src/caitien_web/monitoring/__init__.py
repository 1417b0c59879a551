"""The plan carried out: work on items, rounds of the monitoring team, reviews, reports, reminders."""
