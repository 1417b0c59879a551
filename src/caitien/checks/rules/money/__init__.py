"""Amounts and sources (codes B)."""
