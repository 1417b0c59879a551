"""How days and numbers are written and typed, where Django's Vietnamese formats are incomplete."""
