"""A file that cannot be read is told as that, and nothing false is told of the others."""

import json
from collections import Counter
from datetime import date

import pytest

from running import EXAMPLE, smm
from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.rules import judge
from smmkit.waivers.baseline import BASELINE

TREE = Disk(EXAMPLE)
CHANGES_ALL = {"qms.yaml", "orang.yaml", "kesenjangan/GA-2021.yaml"}
"""The settings; the register without which nobody can have accepted that personal data leave; and the
assessment in whose place the one before it counts again, with its own tasks."""


def told(tree, **known):
    """What is said, of which file, how often."""
    qms = load(tree, **known)
    return qms, Counter((d.rule.code, d.at.path, str(d.problem)) for d in judge(qms).diagnostics)


@pytest.mark.long
def test_nothing_new_is_told_of_another_file():
    qms, before = told(TREE)
    known = {document.path: document for document in qms.documents}
    first_of_each_kind = {one.kind: path for path, one in reversed(known.items())}
    false = {}
    for path in set(first_of_each_kind.values()) - CHANGES_ALL:
        text = TREE.read(path).decode()
        broken = text.replace("kind:", "nonesuch: 1\nkind:", 1)
        others = {other: one for other, one in known.items() if other != path}
        now, said = told(Memory({path: broken}, TREE), known=others)
        assert path in {stub.path for stub in now.stubs}, path
        if new := {code for code, where, _ in said - before if where != path}:
            false[path] = new
    assert not false


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("kind: glossary\nid: GLO-9\ntitle: Words\nversion: '1'\n", True),
        ("kind: glossary\nid: GLO-9\nnonesuch: 1\n", True),
        ("kind: objective\nid: SM-04\nnonesuch: 1\n", False),
        ("kind: [\n", False),
    ],
    ids=["another kind", "another kind, unread", "unread", "of no known kind"],
)
def test_what_is_nowhere_may_stand_in_the_file_that_cannot_be_read(text, is_told):
    """The last objective of its perspective: with it unread, nobody knows that there is none."""
    tree = Memory({"sasaran/sm-04-kompeten.yaml": text}, TREE)
    assert ("SMM414" in {code for code, *_ in told(tree)[1]}) is is_told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('    - clause: "7.1.5.2"', '    - clause: "8.5.5"\n    - clause: "7.1.5.2"'),
        ("headcount: 86", "headcount: about ninety"),
        ("  appetite: 15\n", "  appetite: high\n"),
    ],
    ids=["an exclusion without a reason", "a number in words", "what its part must have"],
)
def test_a_fault_in_qms_yaml_silences_nothing_else(old, new):
    """Without its day, units and standards all else was judged by others: 100 false warnings."""
    text = TREE.read("qms.yaml").decode()
    assert old in text
    qms, said = told(Memory({"qms.yaml": text.replace(old, new)}, TREE))
    before = told(TREE)[1]
    assert qms.as_of == load(TREE).as_of
    assert {code for code, path, _ in said if path == "qms.yaml"} >= {"SMM725"}
    assert {code for code, where, _ in said - before if where != "qms.yaml"} <= {"SMM710", "SMM726"}
    assert any(code in {"SMM102", "SMM103"} for code, *_ in said)


def test_beside_units_that_cannot_be_read_the_others_stand_at_their_own_lines():
    """The indices of what is left had moved up, and each warning stood at the line of a neighbour."""
    lines = TREE.read("qms.yaml").decode().split("\n")
    first = lines.index("units:") + 1
    made = [f"  - {{id: U-{n}, title: U, since: 2021-06-01}}" for n in range(12)]
    made[2], made[10] = "  - {part_of: BKD}", "  - {id: U-10, title: [A, B]}"
    lines[first:first] = made
    qms = load(Memory({"qms.yaml": "\n".join(lines)}, TREE))
    told = [d for d in judge(qms).diagnostics if d.rule.code == "SMM725"]
    assert told
    for one in told:
        assert f"id: {one.problem.message.values['unit']}," in lines[one.at.line - 1]
    assert [unit.id for unit in qms.settings.units][:11] == [
        f"U-{n}" for n in (0, 1, 3, 4, 5, 6, 7, 8, 9, 11)
    ] + ["BKD"]


def test_without_its_day_the_rest_of_qms_yaml_counts_and_today_is_told():
    text = TREE.read("qms.yaml").decode().replace("as_of: 2021-06-30", "as_of: 30 Juni")
    qms = load(Memory({"qms.yaml": text}, TREE), clock=lambda _: date(2026, 3, 2))
    assert qms.as_of == date(2026, 3, 2)
    assert len(qms.settings.units) == len(load(TREE).settings.units)
    (hint,) = [str(problem.hint) for _, problem in qms.found]
    assert "until then everything is judged as of today" in hint


@pytest.mark.long
def test_how_many_rules_wait_is_said_and_the_baseline_keeps_what_they_would_say(qms):
    """A baseline that is brought up to date while a file is broken must not forget what it cannot see."""
    (qms / "sasaran/sm-04-kompeten.yaml").unlink()  # of its perspective there is no other
    assert smm("baseline", qms, "--yes").returncode == 0
    known = (qms / BASELINE).read_text("utf-8")
    assert "SMM414" in known
    (qms / "sasaran/x.yaml").write_text("kind: objective\nid: SM-99\nnonesuch: 1\n", "utf-8")
    done = smm("validate", qms, "-v")
    assert "rules wait for what cannot be read" in done.stdout
    assert "mended" not in done.stdout
    assert "SMM414" in json.loads(smm("validate", qms, "-f", "json").stdout)["not_asked"]
    smm("baseline", qms, "--update", "--yes")
    assert (qms / BASELINE).read_text("utf-8") == known
    (qms / "sasaran/x.yaml").unlink()
    assert "rules wait" not in smm("validate", qms).stdout
