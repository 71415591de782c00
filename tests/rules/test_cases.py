"""Every rule is shown by cases: small files, a day, and what the rule must say of them.

A case is held to what the rule of its file says, and to crashes; `others` names the codes of other
rules that it is held to as well. So a new rule touches no case that was there before it. That no other
rule crashes on a case is asked where time is no matter.

A case begins with the files of `given` (of a rule that a standard has to wish for, with the juknis
among the standards), and its own `files` go before them; `alone: true` begins
with none. `before` is the same folder at an earlier revision. `links` are symbolic links. An
approval with `hash: SEAL` seals the text as it stands. `hints`, where given, stand in the order of
what is expected. `unread` says that a file of the case, or of an edge, cannot be read, as it is meant:
elsewhere a slip in a file would keep it, and the rule, silent. `bug` says why a case does not hold yet;
it must go when it does.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml_rs
from ruamel.yaml import YAML

from smmkit import rules
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.files.tree import Disk, Memory, Tree
from smmkit.loading.folder import load
from smmkit.qms import Qms
from smmkit.rules import examine
from smmkit.words import Language, say

HERE = Path(__file__).parent
GIVEN = {file.name: file.read_text("utf-8") for file in HERE.glob("given/*")}
TODAY = date(2026, 3, 2)
ENGLISH = Language("en")
SEAL = re.compile(r"\bSEAL\b")
JUKNIS = "standards: [iso9001-2015, juknis]\n"
WISHED = {check.rule.code for check in rules.checks() if check.wish} | {
    "SMM352",
    "SMM624",
    "SMM727",
    "SMM754",
    "SMM845",
}
ASKED = {check.rule.code for check in rules.checks()}
"""What is asked of folders; what loading and waivers say comes of all that was asked."""
WORDS = {
    *("name", "as_of", "alone", "files", "before", "links", "unread"),
    *("others", "expect", "hints", "bug"),
}


def marks(case: dict) -> list:
    """A case that shows a bug must fail until it is mended."""
    return [pytest.mark.xfail(strict=True, reason=case["bug"])] if "bug" in case else []


def cases_in(file: Path) -> list[dict]:
    """The cases of a rule; the reader in Rust takes a fiftieth of the time, and knows no bytes."""
    text = file.read_text("utf-8")
    if "!!binary" in text:
        return YAML(typ="safe", pure=True).load(text)
    return yaml_rs.loads(text, parse_datetime=True)


def turn(edge: dict) -> str:
    """What an edge is called."""
    return str(edge.get("as_of", "")) or f"{edge['old'].strip()} -> {edge['new'].strip()}"


CASES = [
    pytest.param(file.stem, case, id=f"{file.stem}: {case['name']}", marks=marks(case))
    for file in sorted(HERE.glob("cases/*.yaml"))
    for case in cases_in(file)
]

EDGES = [
    pytest.param(code, case | {"edges": [edge]}, id=f"{code}: {case['name']}: {turn(edge)}")
    for code, case in (parameters.values for parameters in CASES)
    for edge in case.get("edges", ())
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code, case, request):
    asked = frozenset({code, *case.get("others", ())})
    hold(code, case, lambda: request.getfixturevalue("tmp_path"), asked if asked <= ASKED else None)


@pytest.mark.parametrize(("code", "case"), EDGES)
def test_edge(code, case):
    [edge] = case["edges"]
    qms = qms_of(code, changed(case, edge), HERE)
    found = rules.judge(qms, only=frozenset({code})).diagnostics
    held = {code, rules.CRASHED.code}
    assert [line(one) for one in found if one.rule.code in held] == edge["expect"]


def changed(case: dict, edge: dict) -> dict:
    """A case on the day of an edge, or with its change; the old text stands once in its file."""
    case = case | {"unread": edge.get("unread", case.get("unread", False))}
    if "as_of" in edge:
        return case | {"as_of": edge["as_of"]}
    text = case["files"][edge["file"]]
    assert text.count(edge["old"]) == 1
    return case | {"files": case["files"] | {edge["file"]: text.replace(edge["old"], edge["new"])}}


def hold(code, case, folder, only=None) -> None:
    """Hold a rule to a case; a folder is made only for one that needs it. `only` are the rules asked."""
    assert set(case) - {"edges"} <= WORDS
    qms = qms_of(code, case, folder() if "links" in case else HERE)
    held = {code, rules.CRASHED.code, *case.get("others", ())}
    judged = rules.judge(qms, only=only).diagnostics
    found = [diagnostic for diagnostic in judged if diagnostic.rule.code in held]
    assert [line(diagnostic) for diagnostic in found] == case["expect"]
    if "hints" in case:
        assert [ENGLISH.say(d.problem.hint) for d in found] == case["hints"]


def qms_of(code: str, case: dict, folder: Path) -> Qms:
    """What the files of a case are on its day, with what was there before."""
    day = case.get("as_of", TODAY)
    given = {} if case.get("alone") else GIVEN
    if code in WISHED and given:
        given = given | {"qms.yaml": given["qms.yaml"] + JUKNIS}
    qms = sealed(given | case["files"], day, folder, case.get("links"))
    if code in ASKED:
        assert bool(qms.stubs) == case.get("unread", False), [stub.path for stub in qms.stubs]
    if "before" in case:
        qms.before = sealed(given | case["before"], day, folder)
    return qms


def line(diagnostic) -> str:
    """A problem as the terminal shows it."""
    at, rule = diagnostic.at, diagnostic.rule
    said = ENGLISH.say(diagnostic.problem.message)
    return f"{at.path}:{at.line}:{at.column}: {rule.severity} {rule.code} {said}"


def sealed(files: dict, day: date, folder: Path, links: dict | None = None) -> Qms:
    """The files as a QMS, every SEAL being the fingerprint of its document."""
    drafts = {p: written(t, "sha256:" + "0" * 64) for p, t in files.items()}
    seals = {path: seal_of(path, drafts) for path, text in files.items() if is_to_seal(text)}
    texts = {path: written(text, seals.get(path, "")) for path, text in files.items()}
    return load(tree_of(texts, folder, links), day)


def is_to_seal(text: str | bytes) -> bool:
    """Whether there is a SEAL in a text."""
    return isinstance(text, str) and SEAL.search(text) is not None


def seal_of(path: str, drafts: dict) -> str:
    """The fingerprint of one document, whatever else has its id; empty where it cannot be read."""
    others = {p: t for p, t in drafts.items() if not p.endswith((".yaml", ".md"))}
    alone = load(Memory({path: drafts[path]} | others))
    return next((fingerprint(document, alone) for document in alone.documents), "")


def written(text: str | bytes, seal: str) -> str | bytes:
    """A text with its seal; bytes stay as they are."""
    return SEAL.sub(seal, text) if isinstance(text, str) else text


def tree_of(files: dict, folder: Path, links: dict | None = None) -> Tree:
    """Files in memory; on the disk only where there are links."""
    if not links:
        return Memory(files)
    for path, text in files.items():
        (folder / path).write_text(text)
    for path, target in links.items():
        (folder / path).symlink_to(target)
    return Disk(folder)


AUDIT = "kind: audit\nid: AUD-01\ntitle: (fill in)\ndate: 2026-01-01\naudit_type: internal\n"


def test_a_rule_that_fails_is_told_and_the_others_are_asked_all_the_same(monkeypatch):
    def fails(*_):
        yield from ()
        raise ValueError("{oops}")

    asked = [
        replace(c, look=fails) if c.rule.code in {"SMM303", "SMM305"} else c for c in rules.checks()
    ]
    monkeypatch.setattr(rules, "checks", lambda: tuple(asked))
    files = {"a.yaml": AUDIT + "owner: U-GONE\n"}
    found = examine(sealed({"qms.yaml": GIVEN["qms.yaml"]} | files, TODAY, HERE))
    assert [line(one) for one in found] == [
        "a.yaml:1:1: error SMM999 rule SMM303 failed (ValueError: {oops}); "
        "this is a fault of smmkit",
        "a.yaml:6:8: error SMM201 there is no U-GONE",
        "qms.yaml:1:1: error SMM999 rule SMM303 failed (ValueError: {oops}); "
        "this is a fault of smmkit",
        "qms.yaml:1:1: error SMM999 rule SMM305 failed (ValueError: {oops}); "
        "this is a fault of smmkit",
    ]


def test_what_a_rule_found_before_it_failed_is_kept(monkeypatch):
    check = next(c for c in rules.checks() if c.rule.code == "SMM201")

    def fails(qms):
        yield from check.look(qms)
        raise ValueError

    asked = [replace(c, look=fails) if c is check else c for c in rules.checks()]
    monkeypatch.setattr(rules, "checks", lambda: tuple(asked))
    files = {"qms.yaml": GIVEN["qms.yaml"], "a.yaml": AUDIT + "owner: U-GONE\n"}
    found = examine(sealed(files, TODAY, HERE))
    assert [d.rule.code for d in found] == ["SMM201", "SMM999"]


def test_a_rule_of_the_whole_folder_names_the_document_that_it_failed_at(monkeypatch):
    check = next(c for c in rules.checks() if c.rule.code == "SMM201")

    def fails(qms):
        for document in qms.documents:
            yield from ()
            if document.id == "AUD-01":
                raise ValueError

    asked = [replace(c, look=fails) if c is check else c for c in rules.checks()]
    monkeypatch.setattr(rules, "checks", lambda: tuple(asked))
    found = examine(sealed({"qms.yaml": GIVEN["qms.yaml"], "a.yaml": AUDIT}, TODAY, HERE))
    failed = [d for d in found if d.rule is rules.CRASHED]
    assert [(d.at.path, d.problem.document) for d in failed] == [("a.yaml", "AUD-01")]


def test_what_the_disk_refuses_is_no_fault_of_smmkit(monkeypatch):
    def fails(*_):
        yield from ()
        raise OSError(5, "Input/output error")

    asked = [replace(c, look=fails) if c.rule.code == "SMM303" else c for c in rules.checks()]
    monkeypatch.setattr(rules, "checks", lambda: tuple(asked))
    found = examine(sealed({"qms.yaml": GIVEN["qms.yaml"], "a.yaml": AUDIT}, TODAY, HERE))
    assert [line(diagnostic) for diagnostic in found if diagnostic.at.path == "a.yaml"] == [
        "a.yaml:1:1: error SMM998 rule SMM303 cannot see all that it needs: the disk fails",
    ]


def test_a_number_of_five_thousand_digits_is_a_problem():
    files = {"qms.yaml": GIVEN["qms.yaml"], "a.yaml": AUDIT + f"note: {'9' * 5000}\n"}
    found = examine(sealed(files, TODAY, HERE))
    assert [(d.at.path, d.at.line, d.at.column) for d in found] == [("a.yaml", 6, 7)]


def test_the_order_does_not_depend_on_the_order_of_the_files():
    files = GIVEN | {f"{name}.yaml": AUDIT + "owner: U-GONE\n" for name in "cab"}
    turned = dict(reversed(files.items()))
    one, other = (examine(sealed(f, TODAY, HERE)) for f in (files, turned))
    assert [line(d) for d in one] == [line(d) for d in other]
    assert [d.at.path for d in one] == ["a.yaml", "b.yaml", "c.yaml"]


@pytest.mark.long
def test_a_new_rule_touches_no_case_of_another(monkeypatch, tmp_path):
    """A rule that finds fault with every document there is."""

    @rules.base.rule("SMM998", "never-content")
    def never_content(qms):
        """Nothing is ever right."""
        for document in qms.documents:
            yield rules.base.problem(document, message=say("never"))

    asked = (*rules.checks(), never_content)
    monkeypatch.setattr(rules, "checks", lambda: asked)
    for number, parameters in enumerate(CASES[::10]):
        folder = tmp_path / str(number)
        folder.mkdir()
        hold(*parameters.values, lambda place=folder: place)
