"""A disk that refuses at one step of many."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import pytest

from smmkit.writing import trading

STEPS = ("write", "fsync", "replace", "rename", "link", "mkdir", "open")
"""The calls of the system that writing is made of."""


def fails_at(
    patch: pytest.MonkeyPatch, steps: Sequence[str], number: int, error: BaseException
) -> list[str]:
    """Let one call among these fail, counted from 0; the list of the calls grows as they are made."""
    calls: list[str] = []
    for step in steps:
        patch.setattr(os, step, failing(getattr(os, step), step, calls, number, error))
    if trade := trading.trade():
        call = failing(trade, "trade", calls, number, error)
        patch.setattr(trading, "trade", lambda: call)
    return calls


def failing(real: Any, step: str, calls: list[str], number: int, error: BaseException) -> Any:
    """A call that counts itself, and fails when its number comes."""

    def called(*arguments: Any, **options: Any) -> Any:
        calls.append(step)
        if len(calls) == number + 1:
            raise error
        return real(*arguments, **options)

    return called
