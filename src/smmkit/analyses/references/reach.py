"""What can be reached from where, by going on and on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping


def reached(start: str, leads: Mapping[str, Iterable[str]]) -> set[str]:
    """A start, and all that it leads to, however far away."""
    seen, todo = {start}, [start]
    while todo:
        new = set(leads.get(todo.pop(), ())) - seen
        seen |= new
        todo += new
    return seen


def rings(leads: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """For all that leads somewhere, or is led to, a number that it shares with what it is in a ring with.

    Why: to go on from each place until it comes round again takes the square of a long ring.
    """
    back: dict[str, list[str]] = defaultdict(list)
    for start, ends in leads.items():
        for end in ends:
            back[end].append(start)
    found: dict[str, int] = {}
    for number, start in enumerate(reversed(_left(leads))):
        todo = [start]
        while todo:
            if (one := todo.pop()) not in found:
                found[one] = number
                todo += back[one]
    return found


def _left(leads: Mapping[str, Iterable[str]]) -> list[str]:
    """All places in the order in which one who goes into each way to its end leaves them for good."""
    seen: set[str] = set()
    left: list[str] = []
    for start in leads:
        todo = [(start, False)]
        while todo:
            place, is_left = todo.pop()
            if is_left:
                left.append(place)
            elif place not in seen:
                seen.add(place)
                todo.append((place, True))
                todo += [(one, False) for one in leads.get(place, ())]
    return left
