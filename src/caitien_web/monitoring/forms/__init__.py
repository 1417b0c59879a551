"""Forms of a plan under way: one module a noun."""
