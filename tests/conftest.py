"""What several tests begin with: a small folder in memory, on one day; a copy of the example."""

import gc
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from folders import SETTINGS, TODAY
from running import EXAMPLE
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.qms import Qms

settings.register_profile("any-machine", deadline=None)  # a loaded machine is no fault
settings.load_profile("any-machine")

HOSTILE = Path(__file__).parent / "hostile"
DEAR = ("test_languages.py", "test_replay.py", "test_bundle_command.py", "test_cli.py")
"""Few tests that take long."""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The hostile corpus is long by nature, and so is finding all that it holds."""
    return True if collection_path == HOSTILE and config.option.markexpr == "not long" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The hostile corpus is long by nature: `make test-long` runs it.

    What takes longest begins, so that at the end no worker waits for another.
    """
    many = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.path.name not in DEAR, -many[item.path]))
    for item in items:
        if item.nodeid.startswith("tests/hostile/"):
            item.add_marker(pytest.mark.long)


def pytest_collection_finish() -> None:
    """Ten thousand tests are kept to the end: the collector of garbage need not look at them each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def folder() -> Callable[..., Qms]:
    """Files, and perhaps a day, as a QMS; `qms.yaml` is given unless it is among them."""

    def made(files: dict[str, str | bytes], as_of: date = TODAY, more: str = "") -> Qms:
        return load(Memory({"qms.yaml": SETTINGS + more} | files), as_of)

    return made


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    """A copy of the example that a test may write into."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "qms", copy_function=shutil.copyfile))
