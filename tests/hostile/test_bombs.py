"""Files that a machine can choke on: each is told, or read, within the bars of time and memory."""

import subprocess
import sys

import pytest
from bench.bombs import bombs
from bench.cost import cost
from bench.hostile import MEGABYTES, SECONDS, hostile

from running import ROOT

NAMES = [name for name, _, _ in bombs()]
NUMBERED = {one.name: (number, one) for number, one in enumerate(hostile())}


def test_there_are_many():
    assert len(set(NAMES)) == len(NAMES) > 35


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits both time and memory")
@pytest.mark.parametrize("name", NAMES)
def test_no_file_that_is_sent_costs_more_than_the_bars(tmp_path, name):
    """Seconds are held to their bar by `make bench`, where nothing else runs; here, to what is no hang."""
    number, one = NUMBERED[name]
    make = [sys.executable, "-m", "bench.hostile", str(number), str(tmp_path)]
    subprocess.run(make, cwd=ROOT, check=True)
    seen = cost(sys.executable, "-m", "smmkit", *one.arguments(tmp_path), "--lang", "en")
    assert ("nothing is in the way" if seen.code == 0 else "x.") in seen.said
    assert seen.code <= 1
    assert seen.seconds <= 4 * SECONDS
    assert seen.memory <= MEGABYTES
