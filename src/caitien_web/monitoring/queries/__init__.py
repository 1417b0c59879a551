"""What the pages ask of a plan under way: one module a noun."""
