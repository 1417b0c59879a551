"""Duties, monitoring, reports (codes O)."""
