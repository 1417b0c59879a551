"""Remnants of converters (codes E)."""
