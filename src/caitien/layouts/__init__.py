"""Official forms: blocks ↔ plan. What a form looks like is said once and serves reading and writing alike."""
