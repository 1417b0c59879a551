"""Steps of the database of this app."""
