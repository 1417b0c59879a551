"""A person's way through the pages, in a real browser."""

import pytest

pytest.register_assert_rewrite("journeys.looking")
