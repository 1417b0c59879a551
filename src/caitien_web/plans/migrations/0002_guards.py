"""Versions only grow, and a plan takes only steps that there are."""

from django.db import migrations

from caitien_web.history.append_only import append_only
from caitien_web.plans.state_guard import guarded_states


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]
    operations = [append_only("plans_planversion"), guarded_states()]
