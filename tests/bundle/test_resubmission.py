"""A resubmission: what the reader has already is named and not sent again."""

from __future__ import annotations

from datetime import date

import pytest
from test_contents import AUDIT, FILES

from folders import home
from running import smm
from smmkit.analyses.leaving.bundles import Change, Difference
from smmkit.analyses.leaving.selection import select
from smmkit.bundle import bag
from smmkit.bundle.contents import contents, sheets
from smmkit.bundle.manifest import named
from smmkit.bundle.side import side_of
from smmkit.bundle.since import beyond
from smmkit.documents.submission import Submission
from smmkit.errors import SmmError
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.page import Prose
from smmkit.reports.difference import page
from smmkit.words import language

DAY = date(2026, 2, 10)
CLASSES = "classes: [{id: open, title: Open, outside: true}]\n"
AGAIN = FILES["s.yaml"].replace("S-1", "S-2")


def chosen(files):
    """A folder of these files, and what would be sent of it."""
    qms = load(Memory({"qms.yaml": home(CLASSES)} | files), DAY)
    assert not qms.found, qms.found
    return qms, select(qms, qms.of(Submission)[-1])


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """What a bundle of the files tells."""
    place = tmp_path_factory.mktemp("before") / "s.zip"
    qms, selection = chosen(FILES)
    attached = named(selection).files
    pdfs = dict(sheets(qms, selection.chosen, language("en"), None, lambda *_: None, attached))
    made = contents(qms, selection, qms.standard("iso9001-2015"), None, pdfs)
    bag.write(place, made, folder="S-1")
    return side_of(place)


@pytest.mark.parametrize(
    ("changed", "sent"),
    [
        ({"2.yaml": AUDIT.format(n=2) + "conclusion: Changed.\n"}, ["A-2"]),
        ({"x.pdf": b"%PDF other evidence"}, ["A-1"]),
        ({"1.yaml": AUDIT.format(n=1)}, ["A-1"]),
        ({"3.yaml": AUDIT.format(n=3)}, ["A-3"]),
    ],
)
def test_only_what_is_new_or_otherwise_is_sent_again(before, changed, sent):
    qms, selection = chosen(FILES | {"s.yaml": AGAIN} | changed)
    found = beyond(qms, selection, before)
    assert [one.document.id for one in found.chosen] == sent
    kept = {one.document.id: one.reason for one in found.omitted if one not in selection.omitted}
    assert set(kept) == {"A-1", "A-2"} - set(sent)
    assert {language("en").say(one) for one in kept.values()} == {
        "sent with S-1, not changed since"
    }
    assert {one.document.id for one in found.known} == set(kept)


def test_what_is_not_sent_again_is_not_told_as_gone(before, tmp_path):
    qms, selection = chosen(FILES | {"s.yaml": AGAIN, "3.yaml": AUDIT.format(n=3)})
    more = beyond(qms, selection, before)
    pdfs = dict(sheets(qms, more.chosen, language("en"), None, lambda *_: None, {}))
    made = contents(qms, more, qms.standard("iso9001-2015"), None, pdfs)
    bag.write(tmp_path / "s2.zip", made, folder="S-2")
    found = Difference(before, side_of(tmp_path / "s2.zip"))
    assert [(one.id, one.change) for one in found.documents] == [("A-3", Change.ADDED)]
    assert (found.unchanged, found.files) == (["A-1", "A-2"], [])
    said = [language("en").say(one.text) for one in page(found).blocks if isinstance(one, Prose)]
    assert "As in the first bundle, and so not sent again: A-1, A-2." in said


def test_where_nothing_has_changed_nothing_is_made(before):
    qms, selection = chosen(FILES | {"s.yaml": AGAIN})
    with pytest.raises(SmmError, match="nothing that is sent has changed"):
        beyond(qms, selection, before)


def test_it_adds_to_what_was_sent_and_to_nothing_else(before):
    known = FILES["s.yaml"] + f"sent: 2026-02-10\nidentity: '{before.identity}'\n"
    more = {"s2.yaml": AGAIN, "3.yaml": AUDIT.format(n=3)}
    qms, selection = chosen(FILES | more | {"s.yaml": known})
    assert [one.document.id for one in beyond(qms, selection, before).chosen] == ["A-3"]
    other = known.replace(before.identity, "0" * 128)
    qms, selection = chosen(FILES | more | {"s.yaml": other})
    with pytest.raises(SmmError, match="is not the bundle that was sent as"):
        beyond(qms, selection, before)


def test_a_password_is_for_what_is_encrypted_or_was(tmp_path):
    call = ["bundle", tmp_path, "--check", "--password-file", tmp_path / "p", "--lang", "en"]
    assert "--check makes none" in smm(*call).stderr
