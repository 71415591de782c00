"""`python -m bench.folder PLACE SIZE [--faulty] [--attached]`: a synthetic QMS, documents of 3 to 4 KB.

It is made in a process of its own: Linux counts the memory of a parent towards its children.
"""

from __future__ import annotations

import io
import posixpath
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import docx
import yaml

from bench import forms, maintained, retained
from bench.faults import spoil
from bench.forms import HEAD, TODAY, Form, Values
from bench.prose import Prose, listed
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.documents import Document
from smmkit.files.tree import Memory
from smmkit.loading.folder import load

FORMS: dict[str, tuple[str, str, Form]] = {
    "QMS": ("qms", "qms.yaml", maintained.settings),
    "ORG": ("people", "orang.yaml", maintained.people),
    "KEB": ("quality-policy", "kebijakan.md", maintained.policy),
    "SOP": ("procedure", "prosedur/{part:02}/{id}.md", maintained.procedure),
    "RR": ("risk-register", "risiko/{id}.yaml", maintained.risks),
    "SSR": ("objective", "sasaran/{id}.yaml", maintained.objective),
    "AUD": ("audit", "audit/{id}.yaml", retained.audit),
    "TMN": ("finding", "audit/temuan/{id}.yaml", retained.found),
    "GAP": ("gap-assessment", "asesmen/{id}.yaml", retained.gaps),
    "KRM": ("submission", "kirim/{id}.yaml", retained.submission),
}
"""For each prefix of an id: the kind, the path, the form."""

MIX = listed(
    "SOP, RR, SOP, SSR, SOP, AUD, TMN, SOP, GAP, SOP, "
    "TMN, RR, SOP, TMN, SOP, AUD, TMN, SOP, KRM, SOP"
)
"""Twenty documents as they follow one another after the first three."""

RECORDS = ("AUD", "TMN", "GAP", "KRM")

UNKNOWN = "sha256:" + "0" * 64
"""The seal of a text that could not be read; nobody will compare it."""


class Plain(yaml.CSafeDumper):
    """Writes without anchors, which smmkit does not accept."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """A value that stands in two places is written in both."""
        return True


@dataclass
class Draft:
    """A document before it is a text."""

    path: str
    values: Values
    prose: str = ""
    broken: bool = False
    """Whether its YAML is to be broken."""
    attached: dict[str, bytes] = field(default_factory=dict)
    """Files that belong to its text, by their paths."""

    def text(self) -> str:
        """The file as it is written."""
        front = yaml.dump(self.values, Dumper=Plain, sort_keys=False, allow_unicode=True, width=100)
        if self.broken:
            front += 'note: "a quote that is never closed\n'
        return f"---\n{front}---\n\n{self.prose}\n" if self.path.endswith(".md") else front


def drafts(size: int) -> list[Draft]:
    """So many documents, always the same."""
    prefixes = ["QMS", "ORG", "KEB", *(MIX[i % len(MIX)] for i in range(size - 3))]
    counts = Counter(prefixes)
    seen: Counter[str] = Counter()
    made = []
    for index, prefix in enumerate(prefixes):
        seen[prefix] += 1
        made.append(draft(prefix, seen[prefix], Prose(index), counts))
    return made


def draft(prefix: str, number: int, prose: Prose, counts: Counter[str]) -> Draft:
    """One document of 3 to 3.7 KB, not yet approved."""
    kind, path, form = FORMS[prefix]
    id_ = f"{prefix}-{number:05}"
    values: Values = {
        "kind": kind,
        "id": id_,
        "title": f"{prose.words()} {number}",
        "owner": forms.unit(number),
        "classification": "terbuka",
        "clauses": [forms.CLAUSES[(number + i) % len(forms.CLAUSES)] for i in range(3)],
        "retention": "5 tahun, lalu dimusnahkan",
    }
    if prefix in RECORDS:
        values |= {"date": forms.day(number), "recorded_by": forms.person(number)}
        values |= {"closed": forms.day(number) + timedelta(days=25)}
    else:
        values |= {"version": f"{number % 4 + 1}.{number % 3}", "effective": forms.day(number)}
        values |= {"review_by": TODAY + timedelta(days=90 + number % 300)}
        values |= {"reviewer": forms.person(number), "distribution": [forms.unit(number)]}
    own = form(number, prose, counts)
    values = {key: value for key, value in (values | own).items() if value is not None}
    made = Draft(path.format(id=id_, part=number // 200), values)
    filling = prose.sentences(3000 + number * 7919 % 600 - len(made.text().encode()))
    if path.endswith(".md"):
        made.prose = filling
    elif filling:
        values["note"] = filling
    return made


def attach(made: list[Draft]) -> None:
    """Give every procedure a Word file of some pages, no two with the same bytes."""
    blank = io.BytesIO()
    letter = docx.Document()
    for number in range(20):
        letter.add_paragraph(Prose(number).sentences(2000))
    letter.save(blank)
    for each in made:
        if each.values["kind"] == "procedure":
            name = f"lampiran/{each.values['id']}.docx"
            each.values["attached"] = [name]
            file = io.BytesIO(blank.getvalue())
            with zipfile.ZipFile(file, "a") as archive:
                archive.comment = name.encode()
            each.attached[posixpath.join(posixpath.dirname(each.path), name)] = file.getvalue()


def files_of(made: list[Draft]) -> dict[str, str | bytes]:
    """The texts of all, and what is attached to them, by their paths."""
    attached = {path: data for each in made for path, data in each.attached.items()}
    return {each.path: each.text() for each in made} | attached


def seal(made: list[Draft]) -> None:
    """Approve three of four Documents, with the fingerprint of each."""
    qms = load(Memory(files_of(made)))
    seals = {d.path: fingerprint(d, qms) for d in qms.of(Document)}
    approved = dict.fromkeys(each.values["id"] for i, each in enumerate(made) if i % 4)
    for index, each in enumerate(made):
        for verdict in each.values.get("verdicts", ()):
            verdict["evidence"] = in_force(verdict.get("evidence", ()), approved)
        if "version" in each.values and index % 4:
            approval = {"version": str(each.values["version"]), "by": forms.person(0)}
            approval |= {"role": HEAD, "on": each.values["effective"]}
            each.values["approvals"] = [approval | {"hash": seals.get(each.path, UNKNOWN)}]
        elif "version" in each.values:
            each.values["effective"] = TODAY + timedelta(days=30)  # and so there is time yet


def in_force(named: Iterable[str], approved: Mapping[str, None]) -> list[str]:
    """What is named as proof; for a draft another of its kind stands, and nothing stands twice."""
    kept = {
        next((one for one in (id_, *approved) if one in approved and one[:3] == id_[:3]), id_)
        for id_ in named
    }
    return sorted(kept)


def issued(each: Draft) -> dict[str, str]:
    """The copy of the approved text, by its path."""
    if not each.values.get("approvals"):
        return {}
    folder = f"issued/{each.values['id']}/{each.values['version']}"
    return {f"{folder}/{posixpath.basename(each.path)}": each.text()}


def series(number: int) -> str:
    """The monthly values of two years."""
    months = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
    rows = (f"{month},{80 + (number + i) % 15}.5" for i, month in enumerate(months))
    return "\n".join(["period,value", *rows]) + "\n"


def write(root: Path, made: list[Draft]) -> None:
    """Put the documents and their tables into a folder."""
    files = files_of(made)
    for each in made:
        files |= issued(each)
        for number, kpi in enumerate(each.values.get("kpis", ())):
            files["sasaran/" + kpi["series"]] = series(number)
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def make(root: Path, size: int, faulty: bool = False, attached: bool = False) -> None:
    """A whole folder; `faulty` puts one fault into every document, `attached` files to procedures."""
    made = drafts(size)
    if attached:
        attach(made)
    if faulty:
        for index, each in enumerate(made):
            each.broken = spoil(each.values, index) == "broken"
    seal(made)
    write(root, made)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), "--faulty" in sys.argv, "--attached" in sys.argv)
