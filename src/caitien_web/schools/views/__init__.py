"""The pages of units, people and accounts."""
