"""The tree of units (ministry, provinces, communes, schools), and the scope of every query."""
