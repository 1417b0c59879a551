"""What the pages of plans read: one module a noun."""
