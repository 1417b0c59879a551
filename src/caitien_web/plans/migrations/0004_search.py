"""What search finds; the index itself is laid after migrations (plans.search_index)."""

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models

from caitien_web.plans.state_guard import guarded_states


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0003_steps"),
    ]

    operations = [
        migrations.AddField(
            model_name="schoolplan",
            name="folded",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.CreateModel(
            name="SearchText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("marks", models.TextField(blank=True)),
                (
                    "item",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="plans.planitem"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="plans.schoolplan"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            managers=[
                ("everywhere", django.db.models.manager.Manager()),
            ],
        ),
        guarded_states(),
    ]
