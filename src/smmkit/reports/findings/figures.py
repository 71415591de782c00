"""What became of findings or corrective actions, drawn: how much is closed, ages, Pareto; all in percent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from smmkit.analyses.cycle.followed import Followed, pareto
from smmkit.page import Figure, Tone
from smmkit.page.figures import Bar, Bars, Share
from smmkit.words import Message, Percent, say

STATES: tuple[tuple[Message, Tone, Callable[[Followed], bool]], ...] = (
    (say("closed"), Tone.GOOD, lambda one: not one.is_open),
    (say("open"), Tone.WARN, lambda one: one.is_open and one.late is None),
    (say("late"), Tone.BAD, lambda one: one.is_open and one.late is not None),
)
AGES = (30, 90, 180, 365)
"""Days, by which ages are put together."""


def closing(title: Message, rows: Sequence[Followed], name: Callable[[Followed], str]) -> Figure:
    """For each name how much of its own is closed, open and late; in the order of the first of each."""
    groups: dict[str, list[Followed]] = {}
    for row in sorted(rows, key=lambda one: one.record.date):
        groups.setdefault(name(row), []).append(row)
    bars = [
        Bar(
            name,
            parts(found, len(found)),
            say("{n} of {all} closed", n=done(found), all=len(found)),
        )
        for name, found in groups.items()
    ]
    alt = say("How much is closed, open, and late.")
    return Figure(title, alt, Bars(shares(), tuple(bars)))


def ages(rows: Sequence[Followed]) -> Figure:
    """How old they are, or were when they were closed."""
    bars = []
    for least, most in zip((-1, *AGES), (*AGES, None), strict=True):
        found = [one for one in rows if least < one.age and (most is None or one.age <= most)]
        name = (
            say("{least} to {most} days", least=least + 1, most=most)
            if most
            else say("more than {n} days", n=least)
        )
        bars.append(Bar(name, parts(found, len(rows)), len(found)))
    alt = say("How old they are, or were when they were closed.")
    return Figure(say("By age"), alt, Bars(shares(), tuple(bars)))


def often(title: Message, names: list[str]) -> Figure:
    """A Pareto: how much of all each is, the commonest first, each beginning where the one before ends."""
    bars, before = [], 0.0
    for name, count, so_far in pareto(names):
        part = count / len(names) * 100
        value = say("{n}; {share} up to here", n=count, share=Percent(so_far))
        bars.append(Bar(name, (before, part), value))
        before += part
    kinds = (Share(say("those before it"), Tone.MUTED), Share(say("its share"), Tone.PLAIN))
    alt = say("How often each comes, the commonest first.")
    return Figure(title, alt, Bars(kinds, tuple(bars)))


def shares() -> tuple[Share, ...]:
    """What the parts of a bar stand for."""
    return tuple(Share(name, tone) for name, tone, _ in STATES)


def parts(found: Sequence[Followed], total: int) -> tuple[float, ...]:
    """How much of a total is in each state."""
    return tuple(sum(map(is_so, found)) / total * 100 for _, _, is_so in STATES)


def done(found: Sequence[Followed]) -> int:
    """How many are closed."""
    return sum(not one.is_open for one in found)
