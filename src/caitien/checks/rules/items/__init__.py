"""What an item says: owner, target, work, evidence (codes I)."""
