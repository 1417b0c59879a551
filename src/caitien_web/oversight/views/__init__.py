"""The pages of an authority: one module a noun."""
