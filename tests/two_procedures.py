"""A small QMS of two procedures, for verbs that change documents."""

from folders import home

PEOPLE = """\
kind: people
id: ORG-01
title: People
version: "1"
owner: U-1
entries:
  - {id: P-1, title: Ani}
"""
HOME = home(as_of="2026-03-01")
SOP = """\
---
kind: procedure
id: SOP-01
title: Leave
version: "1"
owner: U-1
supersedes: [SOP-00]
steps: [{activity: ask, actor: anybody}]
---
"""
OLD = SOP.replace("SOP-01", "SOP-00").replace("supersedes: [SOP-00]\n", "")
