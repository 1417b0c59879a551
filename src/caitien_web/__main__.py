"""`python -m caitien_web …`: Django's own commands with the product's settings, for developers."""

import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "caitien_web.settings")
execute_from_command_line()
