"""Work that is shared as evenly as who may do what allows.

Why: taking the least busy each time is not enough. Who may do every work is used up early, and at
the end the few who may do the last carry it all. Handing work on along a chain of people, as long as
that makes the busiest less busy, ends at the evenest that there is.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence

Jobs = list[set[str]]


def shared(able: Sequence[Sequence[str]], each: int) -> list[tuple[str, ...]]:
    """For each work, those who do it: at most so many of those who may; the same every time."""
    load: Counter[str] = Counter()
    jobs: Jobs = []
    for people in able:
        taken = sorted(people, key=lambda one: (load[one], one))[:each]
        load.update(taken)
        jobs.append(set(taken))
    everybody = sorted({one for people in able for one in people})
    while any(lighter(person, able, jobs, load) for person in everybody):
        pass
    return [tuple(sorted(job)) for job in jobs]


def lighter(person: str, able: Sequence[Sequence[str]], jobs: Jobs, load: Counter[str]) -> bool:
    """Hand one work on, along the shortest chain to one who has two less; whether there was one."""
    came: dict[str, tuple[str, int]] = {}
    queue = deque([person])
    while queue:
        giver = queue.popleft()
        if load[giver] <= load[person] - 2:
            hand_on(person, giver, came, jobs)
            load[person] -= 1
            load[giver] += 1
            return True
        for number, job in enumerate(jobs):
            for taker in sorted(set(able[number]) - job) if giver in job else ():
                if taker not in came and taker != person:
                    came[taker] = (giver, number)
                    queue.append(taker)
    return False


def hand_on(first: str, last: str, came: dict[str, tuple[str, int]], jobs: Jobs) -> None:
    """Move one work from each in a chain to the next.

    No two links touch the same place: in a shortest chain a work is handed on once, or else one of
    the links could be left out.
    """
    while last != first:
        giver, number = came[last]
        jobs[number] = (jobs[number] - {giver}) | {last}
        last = giver
