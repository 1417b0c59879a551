"""The authority's view over its schools."""
