"""What all tests share: the marker `needs_shared`, for tests that compare with the reference data beside the clone; no
time limit for an invented example, since a busy machine is no fault; and a search for garbage that leaves out what
stays until the end."""

import gc
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).resolve().parents[2] / "shared"

settings.register_profile("caitien", deadline=None)
settings.load_profile("caitien")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "needs_shared: compares with the reference data in ../shared; left out, visibly, where it is absent"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if SHARED.is_dir():
        return
    left_out = [item for item in items if item.get_closest_marker("needs_shared")]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


def pytest_collection_finish() -> None:
    """A twentieth of the time went into searching modules and thousands of collected tests, again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not SHARED.is_dir():
        terminalreporter.write_line("No ../shared beside this clone: the tests marked needs_shared were left out.")
