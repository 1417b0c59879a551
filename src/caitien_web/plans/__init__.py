"""Improvement plans: items, versions, imports, checks, exports, issue, adjustment, carrying over."""
