"""Results of the year before (codes R)."""
