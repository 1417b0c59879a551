"""Invented plans of invented schools: what the reading is measured with (`make accuracy`, `make bench`)."""
