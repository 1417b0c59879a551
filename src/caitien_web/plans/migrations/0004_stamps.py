"""A stamp for each plan; the triggers that set it are laid after the migrations (plans.stamps)."""

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_strategy")]
    operations = [
        migrations.CreateModel(
            name="PlanStamp",
            fields=[
                (
                    "plan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="stamp",
                        serialize=False,
                        to="plans.schoolplan",
                    ),
                ),
                ("value", models.CharField(max_length=36)),
            ],
            options={"abstract": False},
            managers=[("everywhere", django.db.models.manager.Manager())],
        ),
    ]
