"""Standards and criteria: numbers, titles, coverage of what is weak."""
