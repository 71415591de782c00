"""What the tests of sheets share: where many pages are set."""

from collections.abc import Iterator

import pytest

from smmkit.typesetting.press import Worker
from smmkit.typesetting.typeset import setting_by


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """A process that sets papers, and ends after some, as those of a bundle do."""
    one = Worker()
    yield one
    one.end()


@pytest.fixture(autouse=True)
def _memory_is_given_back(request: pytest.FixtureRequest) -> Iterator[None]:
    """Long tests set thousands of pages, and typst keeps a megabyte of each as long as its process lives."""
    if request.node.get_closest_marker("long") is None:
        yield
        return
    with setting_by(request.getfixturevalue("worker").set):
        yield
