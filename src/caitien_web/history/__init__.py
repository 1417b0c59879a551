"""Who did what and when: every action leaves one entry, which is never changed and never deleted."""
