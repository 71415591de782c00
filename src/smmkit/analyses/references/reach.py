"""What can be reached from where, by going on and on."""

from collections.abc import Iterable, Mapping


def reached(start: str, leads: Mapping[str, Iterable[str]]) -> set[str]:
    """A start, and all that it leads to, however far away."""
    seen, todo = {start}, [start]
    while todo:
        new = set(leads.get(todo.pop(), ())) - seen
        seen |= new
        todo += new
    return seen
