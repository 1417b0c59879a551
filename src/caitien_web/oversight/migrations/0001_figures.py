import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models

import caitien_web.tenancy.keys


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CopySearch",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=caitien_web.tenancy.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("from_year", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Đang chờ"), ("done", "Đã xong"), ("failed", "Chưa làm được")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("plans", models.PositiveIntegerField(default=0)),
                ("pairs", models.JSONField(blank=True, default=list)),
                ("at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="copy_searches", to="tenancy.unit"
                    ),
                ),
            ],
            options={
                "ordering": ("-at",),
                "abstract": False,
                "indexes": [models.Index(fields=["unit", "from_year", "-at"], name="oversight_c_unit_id_9acc9a_idx")],
            },
            managers=[
                ("everywhere", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Rollup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_year", models.PositiveSmallIntegerField()),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("plan", "Kế hoạch"),
                            ("standard", "Tiêu chuẩn"),
                            ("criterion", "Tiêu chí"),
                            ("owner", "Người thực hiện"),
                            ("source", "Nguồn kinh phí"),
                            ("money", "Mức kinh phí"),
                            ("due", "Hạn hoàn thành"),
                        ],
                        max_length=10,
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=100)),
                ("schools", models.PositiveIntegerField(default=0)),
                ("plans", models.PositiveIntegerField(default=0)),
                ("items", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("amount", models.BigIntegerField(default=0)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rollups", to="tenancy.unit"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "from_year", "dimension", "key"), name="one_figure_a_key")
                ],
            },
            managers=[
                ("everywhere", django.db.models.manager.Manager()),
            ],
        ),
    ]
