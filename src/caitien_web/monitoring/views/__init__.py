"""The pages of a plan under way: one module a noun."""
