from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessment", "0001_initial"),
        ("plans", "0005_presence"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="schoolplan",
            index=models.Index(fields=["to_year", "from_year"], name="plans_schoo_to_year_42e6d1_idx"),
        ),
    ]
