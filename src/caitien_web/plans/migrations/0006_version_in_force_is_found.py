"""Rows of the index for versions in force; the triggers that fill them are laid after the migrations."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0005_draft_of_an_import"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchtext",
            name="frozen",
            field=models.TextField(null=True),
        ),
        migrations.AlterField(
            model_name="searchtext",
            name="item",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="plans.planitem"
            ),
        ),
        migrations.AddConstraint(
            model_name="searchtext",
            constraint=models.UniqueConstraint(
                condition=models.Q(("frozen", None)), fields=("item",), name="one_text_an_item"
            ),
        ),
    ]
