"""Fixtures of the suites."""

from __future__ import annotations

from pathlib import Path

import pytest

from scratch import OWNER, SQUARE, Scratch
from undisturbed import Undisturbed, publish_undisturbed


def pytest_configure(config: pytest.Config) -> None:
    """Names the mark of what the quick form leaves out."""
    config.addinivalue_line("markers", "slow: left out by scripts/test --quick")
    config.addinivalue_line("markers", "full: run by scripts/test --full only")


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """An empty raw location; one owner holds the vehicle, one square is sensitive."""
    made = Scratch(tmp_path).held(OWNER, "2026-01-01T00:00:00Z")
    return made.sensitive("Polygon", [SQUARE])


@pytest.fixture
def unheld(tmp_path: Path) -> Scratch:
    """The same without any tenure."""
    return Scratch(tmp_path).sensitive("Polygon", [SQUARE])


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """Two inputs, and what runs that nobody disturbs make of them."""
    return publish_undisturbed(tmp_path_factory.mktemp("undisturbed"))
