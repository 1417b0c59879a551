"""Times of items and of the plan (codes P)."""
