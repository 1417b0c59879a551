"""The pages of plans: one module a noun."""
