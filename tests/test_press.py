"""Papers that other processes set: the same bytes, and no process is left."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date

import pytest

from smmkit.typesetting import press
from smmkit.typesetting.press import Worker, pressing, workers
from smmkit.typesetting.typeset import Job, typeset

DAY = date(2026, 3, 1)


def page(n: int) -> bytes:
    data = {"title": f"Page {n}", "counted": "{page}", "pages": 1}
    return typeset("bundle/stamps", data, language="en", day=DAY)


def test_what_others_set_is_the_same_as_what_is_set_here(monkeypatch):
    here = [page(n) for n in range(5)]
    monkeypatch.setattr(press, "WORTH", 10_000)  # so that processes are replaced meanwhile
    with pressing(), ThreadPoolExecutor(workers()) as pool:
        there = list(pool.map(page, range(5)))
    assert there == here


def test_no_process_is_left_also_after_a_fault(monkeypatch):
    started = []
    real = press.started
    monkeypatch.setattr(press, "started", lambda: started.append(real()) or started[-1])
    with suppress(KeyboardInterrupt), pressing():
        page(1)
        raise KeyboardInterrupt
    assert started
    assert all(process.poll() is not None for process in started)


def test_a_fault_of_a_template_is_told_and_the_next_paper_is_set():
    with pressing():
        with pytest.raises(RuntimeError, match="does not contain key"):
            typeset("bundle/stamps", {"no-such": 1}, language="en", day=DAY)
        assert page(1).startswith(b"%PDF")


def test_a_process_that_dies_is_told_and_replaced():
    worker = Worker()
    job = Job(
        "bundle/stamps",
        json.dumps({"language": "en", "data": {"title": "T", "counted": "c", "pages": 1}}),
        "2026-03-01",
    )
    assert worker.set(job).startswith(b"%PDF")
    worker._process.kill()
    worker._process.wait()
    with pytest.raises(RuntimeError, match="has ended"):
        worker.set(job)
    assert worker.set(job).startswith(b"%PDF")
    worker.end()


def test_there_is_one_at_least_and_few_at_most(monkeypatch):
    for cores, expected in ((None, 1), (1, 1), (3, 3), (64, press.MOST)):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        assert workers() == expected
