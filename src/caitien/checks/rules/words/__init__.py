"""Spelling, terms, blanks (codes W)."""
