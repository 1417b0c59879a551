"""Versions of evidence only grow."""

from django.db import migrations

from caitien_web.history.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("evidence", "0001_initial")]
    operations = [append_only("evidence_evidenceversion")]
