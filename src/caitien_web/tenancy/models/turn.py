"""When each recurring job last had its turn."""

from django.db import models


class Turn(models.Model):
    """One row a job; locked while the job is run, so that each turn is taken once."""

    name = models.CharField(max_length=60, primary_key=True)
    last_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
