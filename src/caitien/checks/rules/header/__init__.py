"""Head, numbering of parts, recipients (codes H)."""
