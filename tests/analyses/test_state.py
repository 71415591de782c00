"""The state of a document, and the fingerprint that seals it."""

import unicodedata
from datetime import date

import pytest

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.state import State, standings

TEXT = """\
---
kind: procedure
id: SOP-01
title: Café
version: "1"
attached: [form.txt]
steps:
  - activity: ask
    actor: anybody
{more}---
Ask first.
"""
FORM = {"form.txt": b"form"}
APPROVED = """\
approvals:
  - {{version: "{version}", by: P-1, role: Head, on: {on}, hash: "{hash}"}}
"""


@pytest.fixture
def seal(folder):
    """The fingerprint of a procedure as it stands in a text."""

    def of(text, files=None):
        qms = folder({"sop.md": text} | (FORM if files is None else files))
        (document,) = [d for d in qms.documents if d.id == "SOP-01"]
        return fingerprint(document, qms)

    return of


@pytest.fixture
def state(folder, seal):
    """The standing of a procedure with an approval."""

    def of(as_of, more="", version="1", on="2026-01-10", change=("", ""), **files):
        draft = TEXT.format(more=more)
        approved = APPROVED.format(version=version, on=on, hash=seal(draft))
        text = TEXT.format(more=more + approved).replace(*change)
        return folder({"sop.md": text} | FORM | files, as_of).fact(standings)["SOP-01"]

    return of


def test_without_approval_it_is_a_draft(folder):
    assert folder({"sop.md": TEXT.format(more="")}).fact(standings)["SOP-01"].state is State.DRAFT


def test_it_is_in_force_from_the_day_of_its_approval(state):
    assert state(date(2026, 1, 9)).state is State.DRAFT
    found = state(date(2026, 1, 10))
    assert (found.state, found.since, found.holds) == (State.IN_FORCE, date(2026, 1, 10), True)
    assert found.approval.version == "1"


def test_it_is_in_force_from_the_day_that_it_names(state):
    before = state(date(2026, 1, 31), "effective: 2026-02-01\n")
    assert (before.state, before.holds) == (State.APPROVED, False)
    on = state(date(2026, 2, 1), "effective: 2026-02-01\n")
    assert (on.state, on.since) == (State.IN_FORCE, date(2026, 2, 1))


def test_a_changed_word_breaks_the_approval(state):
    found = state(date(2026, 2, 1), change=("Ask first", "Ask twice"))
    assert (found.state, found.holds) == (State.BROKEN, False)


def test_a_newer_version_is_a_draft_beside_the_one_that_holds(state):
    found = state(date(2026, 2, 1), change=('version: "1"\nattached', 'version: "2"\nattached'))
    assert (found.state, found.holds, found.approval.version) == (State.REVISING, True, "1")


def test_it_is_withdrawn_from_the_day_that_it_names(state):
    more = "withdrawn: 2026-02-01\n"
    assert state(date(2026, 1, 31), more).state is State.IN_FORCE
    found = state(date(2026, 2, 1), more)
    assert (found.state, found.since, found.holds) == (State.WITHDRAWN, date(2026, 2, 1), False)


def test_to_say_when_a_text_will_be_withdrawn_does_not_break_its_approval(state):
    line = ("attached:", "withdrawn: 2026-02-01\nattached:")
    found = state(date(2026, 1, 31), change=line)
    assert (found.state, found.holds) == (State.IN_FORCE, True)
    assert state(date(2026, 2, 1), change=line).state is State.WITHDRAWN
    other = ("attached:", "withdrawn: 2026-02-01\nnote: other\nattached:")
    assert state(date(2026, 1, 31), change=other).state is State.BROKEN
    later = ("withdrawn: 2026-02-01", "withdrawn: 2026-03-01")
    assert state(date(2026, 1, 31), "withdrawn: 2026-02-01\n", change=later).state is State.BROKEN


def successor(seal_of, id, supersedes, approved=True) -> str:
    text = TEXT.replace("SOP-01", id).replace("attached: [form.txt]", f"supersedes: [{supersedes}]")
    text = text.replace("{more}", "")
    if not approved:
        return text
    hash_ = seal_of(id, text)
    return text.replace(
        "---\nAsk", APPROVED.format(version="1", on="2026-02-01", hash=hash_) + "---\nAsk"
    )


@pytest.fixture
def line(folder):
    """The states of documents that supersede one another, under these paths."""

    def of(paths, as_of=date(2026, 3, 1), approved=True):
        def seal_of(name, text):
            qms = folder({"x.md": text})
            return fingerprint(next(d for d in qms.documents if d.id == name), qms)

        files = {
            path: successor(seal_of, name, old, approved) for path, (name, old) in paths.items()
        }
        return {name: s.state for name, s in folder(files, as_of).fact(standings).items()}

    return of


def test_a_document_in_force_supersedes_another(line):
    found = line({"a.md": ("OLD", "NONE"), "b.md": ("NEW", "OLD")})
    assert (found["OLD"], found["NEW"]) == (State.SUPERSEDED, State.IN_FORCE)


def test_one_that_does_not_hold_supersedes_nothing(line):
    early = line({"a.md": ("OLD", "NONE"), "b.md": ("NEW", "OLD")}, date(2026, 1, 31))
    assert (early["OLD"], early["NEW"]) == (State.DRAFT, State.DRAFT)
    drafts = line({"a.md": ("OLD", "NONE"), "b.md": ("NEW", "OLD")}, approved=False)
    assert drafts["OLD"] is State.DRAFT


@pytest.mark.parametrize("names", [("a", "b", "c"), ("c", "b", "a"), ("b", "a", "c")])
def test_a_line_of_three_does_not_depend_on_the_names_of_the_files(line, names):
    oldest, middle, newest = (name + ".md" for name in names)
    found = line({oldest: ("V1", "NONE"), middle: ("V2", "V1"), newest: ("V3", "V2")})
    assert [found[name] for name in ("V1", "V2", "V3")] == [
        State.SUPERSEDED,
        State.SUPERSEDED,
        State.IN_FORCE,
    ]


def test_a_document_does_not_supersede_itself(line):
    assert line({"a.md": ("SOP", "SOP")})["SOP"] is State.IN_FORCE


BASE = TEXT.format(more="")


@pytest.mark.parametrize(
    "same",
    [
        BASE.replace("actor: anybody", "actor: anybody  # whoever it is"),
        BASE.replace("---\nkind", "---\n# a comment\nkind"),
        BASE.replace(
            'id: SOP-01\ntitle: Café\nversion: "1"', "version: '1'\ntitle: Café\nid: SOP-01"
        ),
        BASE.replace("  - activity: ask\n    actor:", "    -   activity: ask\n        actor:"),
        BASE.replace("[form.txt]", "\n  - form.txt"),
        BASE.replace("\n", "\r\n"),
        "\ufeff" + BASE,
        unicodedata.normalize("NFD", BASE),
        BASE.replace("Ask first.\n", "\nAsk first.\n\n"),
        BASE.replace(
            "---\nAsk",
            APPROVED.format(version="1", on="2026-01-01", hash="sha256:" + "0" * 64) + "---\nAsk",
        ),
    ],
    ids=[
        "comment",
        "comment-above",
        "order",
        "indent",
        "style",
        "crlf",
        "bom",
        "nfd",
        "empty-lines",
        "approval",
    ],
)
def test_the_fingerprint_stays(seal, same):
    assert same != BASE
    assert seal(same) == seal(BASE)


@pytest.mark.parametrize(
    "other",
    [
        BASE.replace("ask", "Ask"),
        BASE.replace("Ask first.", "Ask  first."),
        BASE.replace("Café", "Cafe"),
        BASE.replace('version: "1"', 'version: "1.0"'),
        BASE.replace("---\nAsk", "note: x\n---\nAsk"),
        BASE.replace("actor: anybody\n", "actor: anybody\n    note: x\n"),
        BASE.replace("Ask first.", "Ask\nfirst."),
    ],
)
def test_a_word_changes_the_fingerprint(seal, other):
    assert other != BASE
    assert seal(other) != seal(BASE)


def test_the_bytes_of_attached_files_change_it_others_do_not(seal):
    assert seal(BASE, {"form.txt": b"FORM"}) != seal(BASE)
    assert seal(BASE, {"form.txt": b"form\n"}) != seal(BASE)
    assert seal(BASE, {}) != seal(BASE)
    assert seal(BASE, FORM | {"other.txt": b"x"}) == seal(BASE)


def test_a_word_does_not_count_the_same_in_the_prose_and_in_the_fields(seal):
    moved = BASE.replace("---\nAsk first.\n", "note: Ask first.\n---\n")
    assert seal(moved) != seal(BASE)


def test_it_looks_as_the_form_of_an_approval_wants(seal):
    assert seal(BASE).startswith("sha256:")
    assert len(seal(BASE)) == 71
