"""What is said of one file while it is being written: what `judge` says of it, as far as that is quick."""

from running import EXAMPLE
from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.rules import judged
from smmkit.rules.at_once import judge_file, slow

SOP = """\
kind: document
id: D-{number}
title: Title
version: "1"
owner: {owner}
clauses: ["{clause}"]
"""


def said(qms, path):
    """Code and line of all that is said of a file at once."""
    return [(one.rule.code, one.at.line) for one in judge_file(qms, path)]


def test_a_broken_link_of_the_file_is_told_and_none_of_another(folder):
    qms = folder(
        {
            "a.yaml": SOP.format(number=1, owner="U-9", clause="8.55"),
            "b.yaml": SOP.format(number=2, owner="U-8", clause="8.5"),
        }
    )
    assert said(qms, "a.yaml") == [("SMM201", 5), ("SMM204", 6)]
    assert said(qms, "b.yaml") == [("SMM201", 5)]


def test_what_is_waived_is_not_told(folder):
    text = SOP.format(number=1, owner="U-9", clause="8.5")
    text = text.replace("U-9", "U-9  # smm: ignore[SMM201] until 2027-01-01: it comes")
    assert said(folder({"a.yaml": text}), "a.yaml") == []


def test_a_text_that_cannot_be_read_is_told(folder):
    text = "kind: document\ntitle: a: b\n"
    assert said(folder({"a.yaml": text}), "a.yaml") == [("SMM001", 2)]


def test_a_file_that_is_not_there_has_no_faults(folder):
    assert said(folder({}), "gone.yaml") == []


def test_of_every_document_it_says_what_all_rules_say_but_for_the_slow_ones():
    text = Disk(EXAMPLE).read("risiko.yaml").decode().replace("owner: SEK", "owner: XYZ", 1)
    qms = load(Memory({"risiko.yaml": text}, Disk(EXAMPLE)))
    every = judged(qms)[0]
    others = slow() | {"SMM904", "SMM905", "SMM906"}
    for path in sorted({d.path for d in qms.documents}):
        expected = [(d.rule.code, d.at.line) for d in every if d.at.path == path]
        assert said(qms, path) == [one for one in expected if one[0] not in others], path
