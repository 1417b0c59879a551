"""What is typed on the pages of units, people and accounts."""
