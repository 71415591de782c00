"""Our own way to make validators says of every value what pydantic's says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from smmkit.standards import StandardClause
from smmkit.standards.proof import Proof

SAID = """
import json, sys
from pydantic import BaseModel, ValidationError
from smmkit.model.part import Part

if sys.argv[1] == "pydantic":
    del Part.model_rebuild
from samples import sample
from smmkit.documents import KINDS, class_of
from smmkit.standards import Standard, SHIPPED
from smmkit.yaml_text.reading import read_ours

ODD = (None, True, 0, 7, -1, 1.5, "", "x", "2019-13-01", "2019-12-31", "2019-Q3")
ODD += ([], ["x"], [[]], {}, {"x": 1}, [{}])

def tried(class_, values):
    try:
        return repr(class_.model_validate(values))
    except ValidationError as error:
        return [(e["type"], e["loc"], repr(e.get("ctx")), repr(e["input"])) for e in error.errors()]

def odd(values):
    yield values
    for key, value in list(values.items()):
        yield {n: v for n, v in values.items() if n != key}
        for other in ODD:
            yield {**values, key: other}
        if isinstance(value, dict):
            for inner in odd(value):
                yield {**values, key: inner}
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for inner in odd(value[0]):
                yield {**values, key: [inner]}
    yield {**values, "misspelt": 1}

answers = {}
for kind in KINDS:
    for values in odd(sample(class_of(kind), full=True)):
        answers.setdefault(kind, []).append(tried(class_of(kind), values))
for file in sorted(SHIPPED.glob("*.yaml")):
    values = read_ours(file.read_text("utf-8"))
    answers[file.stem] = [tried(Standard, values), tried(Standard, {**values, "clauses": [{}]})]
    proof = {"kinds": ["audit"], "also": [{"kinds": []}, {"kinds": [1], "where": {"a": "b"}}]}
    answers[file.stem] += [tried(Standard, {**values, "clauses": [{**values["clauses"][0], "proof": proof}]})]
json.dump(answers, sys.stdout)
"""


def said(by: str) -> dict[str, list[object]]:
    done = subprocess.run(
        [sys.executable, "-c", SAID, by],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.long
def test_every_kind_judges_values_as_pydantic_does() -> None:
    ours, theirs = said("ours"), said("pydantic")
    assert sum(map(len, ours.values())) > 10_000
    assert list(ours) == list(theirs)
    for kind, answers in ours.items():
        for one, other in zip(answers, theirs[kind], strict=True):
            assert one == other, kind


def test_a_part_that_stands_in_itself_can_be_asked_alone_and_within_another() -> None:
    for proof in ({"kinds": ["audit"], "also": [{"kinds": []}]},):
        StandardClause.model_rebuild()
        assert Proof.model_validate(proof).also == (Proof(kinds=()),)
