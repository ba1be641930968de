"""The large deck is made once, and read into the library by the benchmark of first opening."""

from __future__ import annotations

import pytest
from large import COUNT, Large, make
from opening import Opening, open_first

from quizgen.study.places import library_file


@pytest.fixture(scope="session")
def _written(tmp_path_factory: pytest.TempPathFactory) -> Large:
    return make(tmp_path_factory.mktemp("large"), COUNT)


@pytest.fixture(scope="session")
def opening(_written: Large) -> Opening:
    """What the large deck's first opening cost."""
    return open_first(_written.file, library_file(_written.progress))


@pytest.fixture(scope="session")
def large(_written: Large, opening: Opening) -> Large:
    """A deck of 100,000 cards, and progress in it; the library knows it."""
    return _written
