"""The texts that the plan rests on (codes L)."""
