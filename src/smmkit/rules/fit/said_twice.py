"""SMM851 said-twice."""

from __future__ import annotations

from smmkit.analyses.texts.parts import is_given, parts_in
from smmkit.documents import Information
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.fit.neither_said import has_ways, way_named, ways_of
from smmkit.words import say


@rule("SMM851", "said-twice", of=Information, source="own rule")
def said_twice(document: Information, qms: Qms) -> Problems:  # noqa: ARG001
    """What can be said in one way only is not said in two.

    Why: a way that ends and leads on, or a time given both in days and as a month, can be read in two
    ways, and each reader takes another.
    """
    for part, steps in parts_in(document, has_ways):
        for ways in ways_of(type(part)):
            if not ways.only:
                continue
            used = [way for way in ways.ways if any(is_given(getattr(part, n)) for n in way)]
            if used[1:]:
                yield problem(
                    document,
                    *steps,
                    next(name for name in used[1] if is_given(getattr(part, name))),
                    message=say(
                        "only one of these can be: {ways}",
                        ways=[way_named(type(part), w) for w in used],
                    ),
                    hint=say("keep the one that is meant"),
                )
