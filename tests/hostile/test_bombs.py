"""Files that a machine can choke on: each is told, or read, within the bars of time and memory."""

import sys

import pytest
from bench.bombs import HOME, bombs
from bench.cost import Cost, cost
from bench.hostile import MEGABYTES, hostile

from folders import lay

NAMES = [name for name, _, _ in bombs()]
NAMED = {one.name: one for one in hostile()}
TIMES = 25
"""What one may take at most, in times of what it takes to look at an empty folder on the same machine."""


def test_there_are_many():
    assert len(set(NAMES)) == len(NAMES) > 35


def judged(arguments: tuple[str, ...]) -> Cost:
    """What a process costs in which `smm` is asked this."""
    return cost(sys.executable, "-m", "smmkit", *arguments, "--lang", "en")


@pytest.fixture(scope="module")
def begun(tmp_path_factory) -> float:
    """The seconds that it takes to look at a folder with nothing in it."""
    folder = lay(tmp_path_factory.mktemp("begun"), {"qms.yaml": HOME})
    return judged(("validate", str(folder))).seconds


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits both time and memory")
@pytest.mark.parametrize("name", NAMES)
def test_no_file_that_is_sent_costs_more_than_the_bars(tmp_path, name, begun):
    """Seconds are held to their bar by `make bench`, where nothing else runs; here, to what is no hang."""
    NAMED[name].lay(tmp_path)
    seen = judged(NAMED[name].arguments(tmp_path))
    assert ("nothing is in the way" if seen.code == 0 else "x.") in seen.said
    assert seen.code <= 1
    assert seen.seconds <= TIMES * begun
    assert seen.memory <= MEGABYTES
