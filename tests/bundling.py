"""The smallest folder of which a bundle can be made, for tests to which its contents do not matter."""

from folders import home

SUBMISSION = """\
kind: submission
id: S-1
title: First submission
date: 2026-02-10
classification: open
recipient: Body
language: en
include: [BIN-01]
"""
LITTLE = {
    "qms.yaml": home("classes: [{id: open, title: Open, outside: true}]\n", as_of="2026-03-01"),
    "visit.yaml": """\
kind: coaching
id: BIN-01
title: Visit
date: 2026-02-03
owner: U-1
classification: open
retention: Five years
coach: Inspectorate
topic: All were waiting.
""",
    "sent.yaml": SUBMISSION,
}
