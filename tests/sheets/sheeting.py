"""A QMS in memory, its sheets, and the means to read back what was set."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

import pypdfium2

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.state import standings
from smmkit.documents.procedure import TimeUnit
from smmkit.files.tree import Memory
from smmkit.git import Commit
from smmkit.loading.folder import load
from smmkit.model.fields import fields_of
from smmkit.model.marks import Trait
from smmkit.sheets import Seal, sheet
from smmkit.standards import shipped, shipped_standard
from smmkit.words import ClosedList, language

DAY = date(2026, 3, 1)
COMMIT = Commit("3f9c2ab41d" * 4, clean=True)

HOME = """
kind: qms
smmkit: 2
id: QMS-01
title: SMM Dinas Contoh
version: "1"
organization: {name: Dinas Contoh Kabupaten Rekaan, short_name: Dinas, head: Kepala Dinas}
scope: {statement: Layanan perizinan}
units: [{id: SEK, title: Sekretariat}]
classes:
  - {id: terbuka, title: Boleh keluar, outside: true}
  - {id: rahasia, title: Tetap di dalam}
"""
PEOPLE = """
kind: people
id: ORG-01
title: Pemegang peran
version: "1"
classification: CLASS
entries:
  - id: P-01
    title: Wulan Samudra
    assignments: [{role: Kepala Dinas, unit: SEK, since: 2020-01-01}]
"""
STEP = "{activity: Menerima berkas, actor: Petugas}"


def procedure(steps=f"[{STEP}]", more="", prose=""):
    """The text of a procedure."""
    return f"""---
kind: procedure
id: SOP-01
title: Pelayanan izin
version: "1"
owner: SEK
classification: terbuka
steps: {steps}
{more}
---
{prose}"""


def folder(text, name="sop.md", people="rahasia", **more):
    """A QMS of a home, people, and one document more."""
    files = {"qms.yaml": HOME, "people.yaml": PEOPLE.replace("CLASS", people), name: text, **more}
    qms = load(Memory(files), DAY)
    assert [problem.message for _, problem in qms.found] == []
    return qms


def approved(text, name="sop.md", people="rahasia", on="2026-01-05"):
    """The same, with the document approved by P-01 as it is."""
    qms = folder(text, name, people)
    document = next(d for d in qms.documents if d.path == name)
    approval = (
        f'approvals: [{{version: "1", by: P-01, role: Kepala Dinas, on: {on}, '
        f"hash: '{fingerprint(document, qms)}'}}]\n"
    )
    start, _, rest = text.partition("version: ")
    return folder(f"{start}{approval}version: {rest}", name, people)


def pdf_of(qms, id="SOP-01", code="id", commit=COMMIT):
    """The sheet of a document."""
    standing = qms.fact(standings).get(id)
    seal = Seal(qms.as_of, standing, commit)
    return sheet(qms.things[id], qms, language(code), seal=seal)


@lru_cache(128)
def pages_of(pdf):
    """The text of each page."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def squeezed(text):
    """Text without anything that a line break could change: spaces, hyphens."""
    return "".join(text.split()).translate(dict.fromkeys(map(ord, "-\ufffe\u00ad")))


def text_of(pdf):
    """All that can be read on the sheet, without spaces."""
    return squeezed("".join(pages_of(pdf)))


def lacking(pdf, *texts):
    """The words of these texts that are not on the sheet."""
    text = text_of(pdf).casefold()  # headings begin with a capital
    words = (word for said in texts for word in str(said).split())
    return [word for word in words if squeezed(word).casefold() not in text]


def spoken(values, speech, apart, typed):
    """Every value of a document as its sheet should say it: days, numbers, words by their label.

    `typed` is the same in the model: there a word of a closed list is known from a text.
    """
    match values:
        case {"en": _, "id": _}:
            yield values[speech.code]
        case dict():
            for key, below in values.items():
                if key not in apart and fields_of(type(typed))[key].has(Trait.YEAR):
                    yield str(below)
                elif key not in apart:
                    yield from spoken(below, speech, apart, getattr(typed, key))
        case list():
            for below, one in zip(values, typed, strict=True):
                yield from spoken(below, speech, apart, one)
        case str() if values in shipped():  # a standard, by its title without amendments
            yield speech.say(shipped_standard(values).on(date.min).title)
        case str() if values.startswith("../"):  # a file: from the top of the folder
            yield values.removeprefix("../")
        case str() if len(values) == 10 and values[:4].isdigit() and values[4] == "-":
            yield speech.say(date.fromisoformat(values))
        case float():
            yield speech.say(Decimal(repr(values)))
        case int() | str() if not isinstance(typed, TimeUnit):  # said with its number
            yield speech.say(typed.label if isinstance(typed, ClosedList) else values)
