"""What kinds are asked to say: all of it is there to be said, and only what is missing is told."""

from __future__ import annotations

import pytest

from smmkit.analyses.proof.wanting import is_known, label, wanting
from smmkit.documents import KINDS
from smmkit.standards import shipped
from smmkit.standards.contents import Asked, shipped_contents
from smmkit.words import language

ASKED = [(word, one) for one in shipped_contents().groups for word in one.of]


@pytest.mark.parametrize(("word", "asked"), ASKED, ids=[f"{w}.{a.at or ''}" for w, a in ASKED])
def test_what_is_asked_of_a_kind_is_there(word, asked):
    assert is_known(asked, word)
    assert asked.standard in {None, *shipped()}


def test_every_kind_is_asked_for_something_of_its_own():
    own = {word for word, _ in ASKED}
    assert set(KINDS) - own == set()


def test_a_clause_is_asked_for_only_where_the_standard_is_answered_to(folder):
    text = "kind: swot\nid: S\ntitle: S\nversion: '1'\nitems:\n"
    text += "  - {id: S-1, title: Good, quadrant: strength}\n"
    for standards, found in (("[juknis]", [("items", 0)]), ("[iso9001-2015]", [])):
        qms = folder({"s.yaml": text}, more=f"standards: {standards}\n")
        (swot,) = [one for one in qms.documents if one.id == "S"]
        assert [steps for steps in wanting(qms, swot) if steps] == found


def test_of_two_fields_one_is_enough_and_both_are_named(folder):
    asked = Asked.model_validate({"of": ["glossary"], "fields": ["note|owner"], "clause": "4"})
    assert is_known(asked, "glossary")
    qms = folder({"g.yaml": "kind: glossary\nid: G\ntitle: G\nversion: '1'\nentries: []\n"})
    (glossary,) = [one for one in qms.documents if one.id == "G"]
    assert language("en").say(label(glossary, "note|owner")) == "Note (`note:`) or Owner (`owner:`)"
