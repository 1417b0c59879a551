"""The pages of a school's record: one module for each way."""
