"""Adjustments and consultations keep what is said of them; the database guards the steps."""

from django.db import migrations, models

from caitien_web.history.append_only import append_only
from caitien_web.plans.state_guard import guarded_states


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0002_append_only"),
    ]

    operations = [
        migrations.AddField(
            model_name="planversion",
            name="approved_by",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="planversion",
            name="rows",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="planversion",
            name="summary",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="schoolplan",
            name="adjustment_reason",
            field=models.TextField(blank=True, verbose_name="lý do điều chỉnh"),
        ),
        migrations.AddField(
            model_name="schoolplan",
            name="consulted_until",
            field=models.DateField(blank=True, null=True, verbose_name="góp ý đến hết ngày"),
        ),
        append_only("plans_planversion"),
        guarded_states(),
    ]
