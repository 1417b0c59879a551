"""The forms of plans: one module a noun."""
