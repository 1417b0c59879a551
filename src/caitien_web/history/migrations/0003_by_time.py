"""Newest first by the time of the act: what is written down later may have been done before."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("history", "0002_guards"),
        ("tenancy", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="entry",
            options={"ordering": ("-at", "-id")},
        ),
        migrations.RemoveIndex(
            model_name="entry",
            name="history_ent_unit_id_e57f49_idx",
        ),
        migrations.RemoveIndex(
            model_name="entry",
            name="history_ent_subject_ff7e5f_idx",
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["unit", "-at", "-id"], name="history_ent_unit_id_8869f8_idx"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["subject_type", "subject_id", "-at", "-id"], name="history_ent_subject_324e06_idx"
            ),
        ),
    ]
