"""What the pages of an authority ask: one module a page."""
