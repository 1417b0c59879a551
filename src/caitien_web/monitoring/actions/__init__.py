"""Everything that happens to a plan under way: one function for each thing a person does."""
