"""SMM114 cut-at-hash."""

from __future__ import annotations

from json import dumps

from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say
from smmkit.yaml_text.misread import cut_off


@rule(
    "SMM114",
    "cut-at-hash",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
)
def cut_at_hash(qms: Qms) -> Problems:
    """No value is cut off where ` #` begins a comment that was meant as text.

    Why: of `title: Manual #1` only `Manual` is left, and nobody is told.
    """
    unread = {stub.path for stub in qms.stubs}
    for path, source in qms.sources.items():
        for at, value, lost in cut_off(path, source.yaml):
            if path in unread and not value:
                continue  # that there is no value is why it could not be read
            yield Problem(
                path,
                (),
                say("the value ends at {value}; {lost} is a comment", value=value, lost=lost)
                if value
                else say("there is no value; {lost} is a comment", lost=lost),
                say(
                    "write {right}, in quotes; a comment has a space behind its #",
                    right=f"`{dumps(f'{value} {lost}'.strip(), ensure_ascii=False)}`",
                ),
                at=at,
            )
