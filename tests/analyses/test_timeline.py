"""Which text of a document holds on a day, and who held which role."""

from datetime import date, timedelta

import pytest

from smmkit.analyses.leaving.selection import select
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.state import State, standings, text_in_force
from smmkit.analyses.lifecycle.timeline import copy_of, edition_on, path_of
from smmkit.documents.people import Assignment, PersonEntry
from smmkit.documents.submission import Submission
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.yaml_text.source import Source

HEAD = "kind: document\nid: D-01\ntitle: Manual\nclassification: open\n"
CLASSES = "classes:\n  - {id: open, title: Open, outside: true}\n"
DAY = timedelta(days=1)


@pytest.fixture
def history(folder):
    """A document whose versions were approved one after the other, each with its copy."""

    def made(*versions, more=None, kept=True):
        lines, files = [], {}
        for version, on, fields in versions:
            text = f'{HEAD}version: "{version}"\n{fields}'
            (document,) = [d for d in folder({"d.yaml": text}).documents if d.id == "D-01"]
            seal = fingerprint(document, folder({"d.yaml": text}))
            if kept:
                files[f"issued/D-01/{version}/d.yaml"] = text
            approval = f'{{version: "{version}", by: P-1, role: Head, on: {on}, hash: {seal}}}'
            lines.append(f"  - {approval}")
            files["d.yaml"] = text + "approvals:\n" + "\n".join(lines) + "\n"
        files |= more or {}
        return lambda day: folder(files, day, CLASSES)

    return made


def standing(qms):
    found = qms.fact(standings)["D-01"]
    return found.state, found.approval and found.approval.version, found.since


def test_of_two_approvals_on_one_day_the_later_in_the_list_holds(history):
    on = date(2020, 1, 10)
    at = history(("1", on, ""), ("2", on, ""))
    assert standing(at(on - DAY)) == (State.DRAFT, None, None)
    assert standing(at(on)) == (State.IN_FORCE, "2", on)


def test_the_version_before_holds_until_the_new_one_takes_effect(history):
    first, second, effect = date(2019, 1, 10), date(2020, 2, 10), date(2020, 3, 1)
    at = history(("1", first, ""), ("2", second, f"effective: {effect}\n"))
    assert standing(at(second - DAY)) == (State.REVISING, "1", first)
    assert standing(at(second)) == (State.RENEWED, "1", first)
    assert standing(at(effect - DAY)) == (State.RENEWED, "1", first)
    assert standing(at(effect)) == (State.IN_FORCE, "2", effect)
    qms = at(second)
    assert qms.fact(standings)["D-01"].holds
    assert text_in_force(qms, qms.things["D-01"]).path == "issued/D-01/1/d.yaml"


def test_what_was_never_effective_before_is_only_approved(history):
    at = history(("1", date(2020, 2, 10), "effective: 2020-03-01\n"))
    assert standing(at(date(2020, 2, 29))) == (State.APPROVED, "1", date(2020, 3, 1))


def test_an_older_version_holds_from_the_day_that_its_own_text_names(history):
    at = history(("1", date(2020, 1, 10), "effective: 2020-02-01\n"), ("2", date(2021, 1, 1), ""))
    qms = at(date(2020, 1, 20))
    assert edition_on(qms, qms.things["D-01"], date(2020, 1, 31)) is None
    assert edition_on(qms, qms.things["D-01"], date(2020, 2, 1)).since == date(2020, 2, 1)


def test_a_version_with_a_lower_number_holds_if_it_was_approved_later(history):
    at = history(("10", date(2020, 1, 10), ""), ("9", date(2020, 2, 10), ""))
    assert standing(at(date(2020, 2, 9)))[:2] == (State.REVISING, "10")
    assert standing(at(date(2020, 2, 10)))[:2] == (State.IN_FORCE, "9")


def test_a_version_with_an_earlier_day_does_not_hold(history):
    at = history(("10", date(2021, 2, 5), ""), ("9", date(2020, 2, 5), ""))
    assert standing(at(date(2021, 3, 1)))[:2] == (State.REVISING, "10")


def test_a_draft_supersedes_nothing_yet(history, folder):
    other = 'kind: document\nid: OLD\ntitle: Old\nversion: "1"\n'
    old = folder({"o.yaml": other})
    seal = fingerprint(old.things["OLD"], old)
    other += (
        f'approvals:\n  - {{version: "1", by: P-1, role: Head, on: 2019-01-01, hash: {seal}}}\n'
    )
    first = ("1", date(2020, 1, 1), "")
    at = history(first, more={"o.yaml": other})
    assert at(date(2020, 2, 1)).fact(standings)["OLD"].state is State.IN_FORCE
    at = history(first, ("2", date(2021, 1, 1), "supersedes: [OLD]\n"), more={"o.yaml": other})
    assert at(date(2020, 12, 31)).fact(standings)["OLD"].state is State.IN_FORCE
    found = at(date(2021, 1, 1)).fact(standings)["OLD"]
    assert (found.state, found.since) == (State.SUPERSEDED, date(2021, 1, 1))


@pytest.mark.parametrize("ring", [{"D-01": ["D-01"]}, {"D-01": ["X"], "X": ["D-01"]}])
def test_a_ring_supersedes_nobody(history, folder, ring):
    more = {}
    if "X" in ring:
        text = 'kind: document\nid: X\ntitle: X\nversion: "1"\nsupersedes: [D-01]\n'
        qms = folder({"x.yaml": text})
        seal = fingerprint(qms.things["X"], qms)
        more["x.yaml"] = text + (
            f'approvals:\n  - {{version: "1", by: P-1, role: Head, on: 2020-01-01, hash: {seal}}}\n'
        )
    at = history(("1", date(2020, 1, 1), f"supersedes: {ring['D-01']}\n"), more=more)
    found = at(date(2020, 2, 1)).fact(standings)
    assert {found[id_].state for id_ in ring} == {State.IN_FORCE}


SUBMISSION = "kind: submission\nid: AJU-1\ntitle: S\ndate: {day}\nrecipient: LS\n"


def test_what_is_sent_is_the_text_that_holds_on_the_day(history):
    effect = date(2020, 3, 1)
    more = {"s.yaml": SUBMISSION.format(day="2020-03-01")}
    at = history(
        ("1", date(2019, 1, 10), ""), ("2", date(2020, 2, 10), f"effective: {effect}\n"), more=more
    )
    for day, source, version in (
        (effect - DAY, "issued/D-01/1/d.yaml", "1"),
        (effect, "d.yaml", "2"),
    ):
        qms = at(day)
        found = select(qms, qms.get("AJU-1", Submission))
        (chosen,) = [one for one in found.chosen if one.document.id == "D-01"]
        assert (chosen.source, chosen.label) == (source, version)
        assert chosen.standing.approval.version == version


@pytest.mark.parametrize(
    ("more", "state"),
    [("note: changed since\n", State.BROKEN), ("withdrawn: 2026-01-20\n", State.WITHDRAWN)],
)
def test_of_what_does_not_hold_no_text_is_in_force_though_its_copy_is_kept(history, more, state):
    at = history(("1", date(2026, 1, 10), ""))
    text = at(date.max).tree.read("d.yaml").decode()
    broken = history(("1", date(2026, 1, 10), ""), more={"d.yaml": text + more})
    qms = broken(date(2026, 2, 1))
    assert qms.fact(standings)["D-01"].state is state
    assert text_in_force(qms, qms.things["D-01"]) is None


def test_without_a_true_copy_the_text_before_is_not_sent(history):
    more = {"s.yaml": SUBMISSION.format(day="2020-03-01")}
    first, second = (
        ("1", date(2019, 1, 10), ""),
        ("2", date(2020, 2, 10), "effective: 2020-03-01\n"),
    )
    qms = history(first, second, more=more, kept=False)(date(2020, 2, 20))
    (omitted,) = [
        one
        for one in select(qms, qms.get("AJU-1", Submission)).omitted
        if one.document.id == "D-01"
    ]
    assert omitted.unready
    assert "copy" in omitted.reason.text


def test_a_record_is_sent_up_to_the_day_of_the_submission(folder):
    record = (
        "kind: audit\nid: {id}\ntitle: A\ndate: {day}\naudit_type: internal\nclassification: open\n"
    )
    files = {"s.yaml": SUBMISSION.format(day="2020-03-01")}
    for id_, day in (("AUD-1", "2020-03-01"), ("AUD-2", "2020-03-02")):
        files[f"{id_}.yaml"] = record.format(id=id_, day=day)
    qms = folder(files, date(2020, 3, 5), CLASSES)
    found = select(qms, qms.get("AJU-1", Submission))
    assert [one.document.id for one in found.chosen] == ["AUD-1"]
    assert "AUD-2" in [one.document.id for one in found.omitted]


def test_a_role_is_held_on_its_first_and_on_its_last_day():
    held = Assignment(role="Head", unit="U-1", since="2020-01-01", until="2020-12-31")
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1)]
    assert [held.is_held_on(day) for day in days] == [False, True, True, False]
    for_good = Assignment(role="Head", unit="U-1", since="2020-01-01")
    assert for_good.is_held_on(date(2099, 1, 1))


def test_a_person_holds_the_roles_of_the_day_by_name():
    person = PersonEntry.model_validate(
        {
            "id": "P-1",
            "title": "N",
            "assignments": [
                {"role": "Head", "unit": "U-1", "since": "2020-01-01", "until": "2020-06-30"},
                {"role": "Deputy", "unit": "U-1", "since": "2020-06-30"},
            ],
        }
    )
    names = [held.role for held in person.held_on(date(2020, 6, 30))]
    assert names == ["Head", "Deputy"]
    assert [held.role for held in person.held_on(date(2020, 7, 1))] == ["Deputy"]
    assert person.held_on(date(2020, 6, 30), "head") == ()
    assert [held.role for held in person.held_on(date(2020, 6, 30), "Deputy")] == ["Deputy"]


@pytest.fixture
def copied(history, monkeypatch):
    """The copy of a document as it is read beside it, and which texts had to be parsed for that."""

    def made(change=lambda data: data, name="d.yaml"):
        day = date(2026, 2, 1)
        tree = history(("1", date(2026, 1, 10), ""))(day).tree
        files = {path: tree.read(path) for path in tree.paths()}
        text, fence = files.pop("d.yaml"), b"---\n" if name.endswith(".md") else b""
        text = fence + text + (fence and b"---\nProse\n")
        del files["issued/D-01/1/d.yaml"]
        files[name] = text
        qms = load(Memory(files), day)
        (document,) = [d for d in qms.documents if d.id == "D-01"]
        seal = fingerprint(document, qms)
        files[name] = text.replace(document.approvals[0].hash.encode(), seal.encode())
        files[path_of(document, "1")] = change(files[name])
        qms = load(Memory(files), day)
        document = qms.things["D-01"]
        parse, parsed = Source.parse, []

        def noted(path, data):
            parsed.append(path)
            return parse(path, data)

        monkeypatch.setattr(Source, "parse", noted)
        found = copy_of(qms, document, document.approvals[0])
        return document, found, parsed

    return made


@pytest.mark.parametrize("name", ["d.yaml", "d.md"])
def test_a_copy_that_is_letter_for_letter_the_document_is_not_read_again(copied, name):
    document, found, parsed = copied(name=name)
    assert (found.document, found.path) == (document, f"issued/D-01/1/{name}")
    assert parsed == []


@pytest.mark.parametrize("name", ["d.yaml", "d.md"])
@pytest.mark.parametrize(
    ("change", "is_true"),
    [
        (lambda data: data.replace(b"Manual", b"Manuel"), False),
        (lambda data: data.replace(b"title: Manual", b"title:  Manual"), True),
        (lambda data: data.replace(b"\n", b"\r\n"), True),
        (lambda data: b"\xef\xbb\xbf" + data, True),
        (lambda data: data.replace(b"Manual", b"Manual\xff"), False),
        (lambda data: data.replace(b"title: Manual", b"title: [Manual"), False),
        (lambda data: data[:-6], False),
    ],
)
def test_a_copy_in_which_a_letter_differs_is_read_and_held_against_its_seal(
    copied, name, change, is_true
):
    document, found, parsed = copied(change, name)
    assert parsed == [document.path]
    assert (found is not None) is is_true
    assert found is None or found.document is not document


def test_prose_that_differs_in_a_copy_is_another_text(copied):
    _, found, parsed = copied(lambda data: data.replace(b"Prose", b"prose"), "d.md")
    assert (found, parsed) == (None, ["d.md"])
