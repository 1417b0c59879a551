"""The pages of assessments: one module a noun."""
