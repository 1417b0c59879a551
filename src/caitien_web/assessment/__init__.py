"""Self-assessment, external assessment, recognition, and the weaknesses that plans answer."""
