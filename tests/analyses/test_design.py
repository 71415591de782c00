"""The file of a design proves 8.3.2 to 8.3.6 by what stands in it, in both editions: each lack is seen."""

from __future__ import annotations

from datetime import date

import pytest

from smmkit.analyses.proof.naming import namings
from smmkit.analyses.proof.proof import Strength, evidence_for

DESIGN = """\
kind: design
id: DSN-01
title: Folding attic stair
date: 2026-01-12
purpose: A stair for attics, which folds into the ceiling.
responsibilities: The design office decides at the end of each stage; all meet every Tuesday.
resources: One designer for six weeks, one welder for the prototype.
involved: Two joiners try the prototype.
stages:
  - {what: Draw and calculate, owner: U-1}
  - {what: Build a prototype, owner: U-1}
inputs:
  - {id: INP-01, title: It carries 150 kg, input_type: function}
  - {id: INP-02, title: The building rules on steps, input_type: law}
  - {id: INP-03, title: A hinge that breaks lets a person fall, input_type: failure}
controls:
  - {control_type: review, what: The drawing, by: P-01, done: 2026-02-20, result: It fits}
  - {control_type: verification, what: A prototype, by: P-01, done: 2026-03-19, result: It holds}
  - {control_type: validation, what: Its use, by: P-01, done: 2026-04-15, result: It took four hours}
outputs:
  - {what: The set of drawings, meets: [INP-01, INP-02, INP-03], criteria: Opening force under 80 N}
changes:
  - {on: 2026-03-02, what: Bushes of brass, result: Nothing stands against it, authorized_by: P-01}
"""
CLAUSES = ("8.3.2", "8.3.3", "8.3.4", "8.3.5", "8.3.6")

LACKS = {
    "8.3.2": [
        ("  - {what: Build a prototype, owner: U-1}\n", ""),
        ("Build a prototype, owner: U-1", "Build a prototype"),
        ("resources: One designer for six weeks, one welder for the prototype.", "resources: '-'"),
        ("involved: Two joiners try the prototype.", "involved: '-'"),
        ("control_type: validation", "control_type: review"),
    ],
    "8.3.3": [
        ("input_type: law", "input_type: standard"),
        ("input_type: failure", "input_type: earlier-design"),
    ],
    "8.3.4": [
        (", result: It took four hours", ""),
        (" by: P-01, done: 2026-03-19,", " by: P-01,"),
        ("The drawing, by: P-01", "The drawing"),
        ("control_type: verification", "control_type: review"),
    ],
    "8.3.5": [("meets: [INP-01, INP-02, INP-03]", "meets: []")],
    "8.3.6": [(", authorized_by: P-01", ""), (", result: Nothing stands against it", "")],
}
"""By clause what is written otherwise, so that it is proved no longer."""


@pytest.fixture(params=["iso9001-2015", "iso9001-2026"])
def strengths(folder, request):
    """How strongly a design proves each clause."""

    def result(text):
        qms = folder({"d.yaml": text}, date(2026, 6, 1))
        standard = qms.standard(request.param)
        named_by = namings(qms, standard)
        asked = {one.id: one.proof for one in standard.clauses}
        return {id_: evidence_for(qms, asked[id_], id_, named_by).strength for id_ in CLAUSES}

    return result


def test_a_whole_file_proves_each_clause(strengths):
    assert strengths(DESIGN) == dict.fromkeys(CLAUSES, Strength.PROVED)


@pytest.mark.parametrize(
    ("clause", "old", "new"), [(clause, *lack) for clause, lacks in LACKS.items() for lack in lacks]
)
def test_what_is_lacking_is_seen_at_its_clause(strengths, clause, old, new):
    assert DESIGN.count(old) == 1
    assert strengths(DESIGN.replace(old, new))[clause] is Strength.SHORT


def test_a_design_that_nobody_changed_lacks_no_change(strengths):
    text = DESIGN[: DESIGN.index("changes:")]
    assert strengths(text)["8.3.6"] is Strength.PROVED
