"""Work that is shared among processes."""

from __future__ import annotations

import os

import pytest

from smmkit.errors import SmmError
from smmkit.processes import shared

pytestmark = pytest.mark.long


def test_what_comes_of_it_is_in_order_by_however_many():
    alone, many = (list(shared(abs, range(-40, 0), n)) for n in (1, 2))
    assert alone == many == [abs(n) for n in range(-40, 0)]


def test_a_process_that_is_ended_from_outside_is_told():
    with pytest.raises(SmmError) as told:
        list(shared(os._exit, [1], 1))
    assert told.value.message.values == {"option": "--workers 1"}


def test_what_fails_in_a_process_fails_here():
    with pytest.raises(ZeroDivisionError):
        list(shared(divided, [1, 0], 2))


def divided(by: int) -> float:
    return 1 / by
