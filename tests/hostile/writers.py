"""One call of every verb that writes, on the smallest folder in which it has something to write."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from folders import home, lay
from running import git, smm

HOME = home("classes: [{id: open, title: Open, outside: true}]\n", as_of="2026-03-01")
PEOPLE = """\
kind: people
id: ORG-01
title: People
version: "1"
owner: U-1
entries:
  - id: P-1
    title: Ani Contoh
    assignments: [{role: Head, unit: U-1, since: 2020-01-01}]
  - id: P-2
    title: Budi Rekaan
    assignments: [{role: Clerk, unit: U-1, since: 2020-01-01}]
"""
SOP = """\
---
kind: procedure
id: SOP-0{n}
title: Leave {n}
version: "1"
owner: U-1
reviewer: P-2
classification: open
supersedes: [SOP-00]
steps: [{{activity: Ask {n}, actor: Head}}]
---
Asked.
"""
OBJECTIVE = """\
kind: objective
id: SM-01
title: Satisfied people
version: "1"
owner: U-1
statement: Nine of ten are satisfied.
units: [U-1]
perspective: customer
kpis:
  - id: IKU-01
    title: Satisfaction
    measured_in: "%"
    formula: maximize
    aggregation: average
    frequency: monthly
    series: iku-01.csv
    targets: [{period: "2026", value: 90}]
"""
AUDIT = """\
kind: audit
id: AUD-02
title: Audit
date: 2026-01-05
audit_type: internal
"""
FINDING = """\
kind: finding
id: T-01
title: A form without a signature
date: 2026-01-05
audit: AUD-02
clause: "8.5.2"
owner: U-1
classification: open
retention: Five years
recorded_by: P-2
grade: minor
unit: U-1
statement: The form of 4 January has no signature.
observed: Of twelve forms one had none, that of 4 January.
correction: {what: The form was signed, done: 2026-01-06, due: 2026-01-20}
cause: Nobody looks at forms before they are filed.
action: {what: The clerk looks at each form, done: 2026-01-10, due: 2026-01-20}
effectiveness: {checked_on: 2026-02-10, by: P-1, effective: true, how: Twenty forms were looked at.}
"""
ACTION = """\
kind: corrective-action
id: TK-01
title: Forms without a signature
date: 2026-01-05
about: [T-01]
unit: U-1
owner: U-1
classification: open
retention: Five years
recorded_by: P-2
statement: Of twelve forms one had no signature.
correction: {what: The form was signed, done: 2026-01-06, due: 2026-01-20}
cause: Nobody looks at forms before they are filed.
elsewhere: Other forms are printed with a name.
actions: [{what: The clerk looks at each form, owner: U-1, done: 2026-01-10, due: 2026-01-20}]
effectiveness: {checked_on: 2026-02-10, by: P-1, effective: true, how: Twenty forms were looked at.}
"""
COACHING = """\
kind: coaching
id: BIN-01
title: Visit
date: 2019-02-03
owner: U-1
coach: Inspectorate
topic: Budi Rekaan was waiting.
"""

PAPER = (
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Size 4/Root 1 0 R>>\n%%EOF\n"
)
WRONG = """\
kind: audit
id: AUD-01
title: Audit
date: 25/02/2026
audit_type: internal
owner: U-1
"""
FILES = {
    "q/qms.yaml": HOME,
    "q/people.yaml": PEOPLE,
    "q/SOP-00.md": SOP.format(n=0).replace("supersedes: [SOP-00]\n", ""),
    "q/SOP-01.md": SOP.format(n=1),
    "q/SOP-02.md": SOP.format(n=2),
    "q/SOP-03.md": SOP.format(n=3),
    "q/SM-01.yaml": OBJECTIVE,
    "q/iku-01.csv": "period,value\n2026-01,80\n",
    "q/T-01.yaml": FINDING,
    "q/AUD-02.yaml": AUDIT,
    "q/BIN-01.yaml": COACHING,
    "papers/one.pdf": PAPER,
    "papers/more/two.pdf": PAPER + "%",
    "papers/kpi.csv": "Indikator;Satuan;Target 2026\nKepuasan;%;90\n",
}
SENT = """\
kind: submission
id: S-1
title: S
date: 2026-02-10
recipient: Body
language: en
include: [BIN-02]
"""
OPEN = COACHING.replace("BIN-01", "BIN-02").replace("Budi Rekaan was", "All were") + (
    "classification: open\nretention: Five years\n"
)
SENDING = {"q/s.yaml": SENT, "q/BIN-02.yaml": OPEN}
LIST = """\
Id,Title,smm procedure title
SOP-01,Leave of a year,SOP-01:73c37336
SOP-02,Pension,SOP-02:dbc25b43
"""
OLD_HOME = HOME.replace("smmkit: 2", "smmkit: 1").replace(
    "scope: {statement: Services}", "scope:\n  statement: Services\n  services: [Leave, Pension]"
)
BY = ("--by", "P-1")


@dataclass(frozen=True)
class Writer:
    """One call: what it is called with, what is done before it, what else lies there."""

    call: tuple[str, ...]
    first: tuple[tuple[str, ...], ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    has_history: bool = False
    """Whether the folder is a git repository before."""
    others: dict[str, str] = field(default_factory=dict)
    """What somebody else has shared since then."""
    last: tuple[tuple[str, ...], ...] = ()
    """What is done after that."""
    in_parts: bool = False
    """Whether it makes anew what can be made anew at any time, in several steps: the next run ends it."""
    code: int = 0

    def laid(self, top: Path) -> Path:
        """The folder in which it is called, as it is before."""
        lay(top, {**FILES, **self.files})
        if self.has_history:
            git(top / "q", "init", "-q", "-b", "main")
            git(top / "q", "add", "-A")
            git(top / "q", "commit", "-qm", "begin")
        self.done(top, self.first)
        if self.others:
            git(top / "q", "config", "remote.origin.url", "../there.git")  # the folder is copied
            git(top, "clone", "-q", "there.git", "other")
            lay(top / "other", self.others)
            self.done(top, (("save", "of another", "other", *BY), ("share", "other", *BY)))
            shutil.rmtree(top / "other")
        self.done(top, self.last)
        return top

    @staticmethod
    def done(top: Path, calls: tuple[tuple[str, ...], ...]) -> None:
        """Verbs that go before."""
        for words in calls:
            done = smm(*words, cwd=top)
            assert done.returncode in {0, 1}, done.stderr


Y = "--yes"
WHY = "it is sent for a test and for nothing else"
ALLOWED = ("--allow", f"changes={WHY}", "--allow", f"draft={WHY}")
SHARED = (("save", "begin", "q", "--begin", *BY), ("share", "q", "--to", "../there.git", *BY))
WRITERS = {
    "init": Writer(("init", "new", "--name", "Badan", "--lang", "en")),
    "init into a folder": Writer(("init", "papers", "--name", "Badan", "--lang", "en")),
    "init from another": Writer(("init", "new", "--from", "q", "--name", "Badan")),
    "new": Writer(("new", "audit", "q", "--title", "X")),
    "adopt": Writer(("adopt", "papers", "q", Y)),
    "import": Writer(("import", "papers/kpi.csv", "q", Y, "--owner", "U-1")),
    "import into what is there": Writer(
        ("import", "people.csv", "q", Y, "--as", "people"),
        files={"people.csv": "NIP;Nama;Jabatan;Unit\nP-3;Citra Contoh;Clerk;U-1\n"},
    ),
    "adopt of a list": Writer(
        ("adopt", "list.csv", "q", Y),
        files={"list.csv": "Nomor;Judul;File\nDOK-1;Satu;papers/one.pdf\n"},
    ),
    "import of several": Writer(
        (
            "import",
            "papers/kpi.csv",
            "papers/one.pdf",
            "papers/more/two.pdf",
            "q",
            Y,
            "--owner",
            "U-1",
        )
    ),
    "approve": Writer(("approve", "SOP-01", "q", *BY)),
    "approve of several": Writer(("approve", "SOP-01", "SOP-02", "SOP-03", "q", *BY)),
    "fix": Writer(
        ("fix", "q", Y), files={"q/a.yaml": WRONG, "q/b.yaml": WRONG.replace("01", "03")}
    ),
    "renumber": Writer(("renumber", "SOP-01", "SOP-77", "q", Y)),
    "record": Writer(("record", "IKU-01", "2026-02=85", "q", Y)),
    "finding close": Writer(("finding", "close", "T-01", "q")),
    "action close": Writer(("action", "close", "TK-01", "q"), files={"q/TK-01.yaml": ACTION}),
    "record of several": Writer(
        ("record", "IKU-01", "2026-01=82", "2026-02=85", "q", "--replace", Y)
    ),
    "action new": Writer(("action", "new", "q")),
    "approve of what was signed": Writer(
        ("approve", "SOP-01", "q", *BY, "--signed", "papers/one.pdf", "--compared-by", "P-1")
    ),
    "finding new": Writer(("finding", "new", "q")),
    "review": Writer(("review", "SOP-01", "SOP-00", "q", *BY, "--why", "it fits")),
    "handover": Writer(("handover", "P-2", "q", "--to", "P-1", Y), code=1),
    "erase": Writer(("erase", "Budi Rekaan", "q", Y), code=1),
    "erase after another": Writer(
        ("erase", "Budi Rekaan", "q", Y),
        first=(("renumber", "SOP-01", "SOP-77", "q", Y),),
        code=1,
    ),
    "migrate": Writer(("migrate", "q", Y), files={"q/qms.yaml": OLD_HOME}),
    "baseline": Writer(("baseline", "q", Y)),
    "baseline that shrinks": Writer(
        ("baseline", "q", "--update", Y),
        files={"q/a.yaml": WRONG},
        first=(("baseline", "q", Y), ("fix", "q", Y)),
    ),
    "schema of one kind": Writer(("schema", "q", "--kind", "audit", "-o", "audit.json")),
    "schema": Writer(("schema", "q", Y), in_parts=True),
    "undo": Writer(("undo", "q", Y), first=(("approve", "SOP-01", "SOP-02", "q", *BY),)),
    "undo of a new one": Writer(("undo", "q", Y), first=(("new", "audit", "q", "--title", "X"),)),
    "undo of an undo": Writer(
        ("undo", "q", Y),
        first=(("approve", "SOP-01", "SOP-02", "q", *BY), ("undo", "q", Y)),
    ),
    "save begin": Writer(("save", "first", "q", "--begin", *BY)),
    "save": Writer(
        ("save", "more", "q", *BY),
        first=(("renumber", "SOP-01", "SOP-77", "q", Y),),
        has_history=True,
    ),
    "report": Writer(("kpi", "q", "--period", "2026", "-o", "k.html")),
    "report inside": Writer(("kpi", "q", "--period", "2026", "-o", "q/k.html")),
    "audit plan": Writer(("audit", "plan", "q", "--yaml", "-o", "plan.yaml")),
    "review inputs": Writer(("review-inputs", "q", "--yaml", "-o", "inputs.yaml")),
    "rehearse": Writer(("rehearse", "q", "-o", "ask.html")),
    "export": Writer(("export", "objective", "q", "-o", "list.xlsx")),
    "list": Writer(("list", "q", "-o", "list.docx")),
    "print": Writer(("print", "SOP-01", "q", "-o", "sop.pdf")),
    "print of several": Writer(("print", "SOP-01", "SOP-02", "q", "-o", "sops")),
    "publish": Writer(("publish", "site", "q"), first=(("approve", "SOP-01", "SOP-02", "q", *BY),)),
    "publish again": Writer(
        ("publish", "site", "q"),
        first=(
            ("approve", "SOP-03", "q", *BY),
            ("publish", "site", "q"),
            ("approve", "SOP-01", "SOP-02", "q", *BY),
        ),
    ),
    "lists back": Writer(("import", "list.csv", "q", Y), files={"list.csv": LIST}),
    "copies give": Writer(
        ("copies", "give", "SOP-01", "q", "--to", "U-1"), first=(("approve", "SOP-01", "q", *BY),)
    ),
    "copies back": Writer(
        ("copies", "back", "SOP-01", "q", "--from", "U-1"),
        first=(
            ("approve", "SOP-01", "q", *BY),
            ("copies", "give", "SOP-01", "q", "--to", "U-1"),
        ),
    ),
    "bundle": Writer(("bundle", "q", "-o", "b.zip", *ALLOWED), files=SENDING),
    "bundle in a folder, with its letter": Writer(
        ("bundle", "q", "-o", "b", "--letter", "l.docx", *ALLOWED), files=SENDING
    ),
    "bundle with all beside it": Writer(
        ("bundle", "q", "-o", "b.zip", "--letter", "l.html", "--parts", "200K", *ALLOWED),
        files=SENDING,
    ),
    "share": Writer(
        ("share", "q", "--to", "../there.git", *BY),
        first=(("save", "begin", "q", "--begin", *BY),),
    ),
    "share of what others have": Writer(
        ("share", "q", *BY),
        first=SHARED,
        others={"AUD-02.yaml": AUDIT.replace("title: Audit", "title: Another"), "new.md": "New"},
    ),
    "share of both": Writer(
        ("share", "q", *BY),
        first=SHARED,
        others={"AUD-02.yaml": AUDIT.replace("title: Audit", "title: Another"), "new.md": "New"},
        last=(("record", "IKU-01", "2026-02=85", "q", Y), ("save", "more", "q", *BY)),
    ),
    "share where both changed one": Writer(
        ("share", "q", "--theirs", "T-01", *BY),
        first=SHARED,
        others={"T-01.yaml": FINDING + "closed: 2026-02-20\n"},
        last=(("finding", "close", "T-01", "q"), ("save", "more", "q", *BY)),
    ),
    "validate report": Writer(("validate", "q", "-f", "json", "-o", "v.json"), code=1),
}
"""By what is done."""
