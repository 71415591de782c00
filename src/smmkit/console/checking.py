"""What `smm validate` finds: the part that was asked for, the rules that were chosen, and what is old."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from smmkit.console.opening import Opened
from smmkit.diagnostics import Checked
from smmkit.errors import SmmError
from smmkit.few import FEW
from smmkit.layout import BASELINE
from smmkit.problem import Diagnostic, More, Rule, Severity
from smmkit.problem.first import FirstProblems
from smmkit.qms import Qms
from smmkit.rules import codes, judge, rules, unasked
from smmkit.rules.asking import CRASHED, HINDERED
from smmkit.waivers import baseline
from smmkit.words import Message, say

ALWAYS = frozenset({CRASHED.code, HINDERED.code})
"""What is told whatever is chosen: it says that a rule has not seen all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which problems are asked for, and which of them fail the check."""

    codes: frozenset[str]
    fails_on: Severity | None = Severity.ERROR
    every: bool = False
    with_old: bool = False
    """Whether the baseline is set aside: all problems are told."""

    def takes(self, rule: Rule) -> bool:
        """Whether problems of a rule are told."""
        return rule.code in self.codes or rule.code in ALWAYS


def chosen(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """The codes that are selected (all, where nothing is) and not ignored.

    Raises:
        SmmError: a word is no code, no family of codes and no name, or nothing is left to ask for.
    """
    selected = codes_of(select)
    left = (selected or frozenset(rule.code for rule in rules())) - codes_of(ignore)
    if not left:
        raise SmmError(say("no rule is left to check by: all that are selected are ignored, too"))
    return left


def codes_of(words: Iterable[str]) -> frozenset[str]:
    """The codes that are meant by codes, families (SMM7) and names, several parted by commas.

    Raises:
        SmmError: a word is none of them.
    """
    found: set[str] = set()
    for word in (part.strip() for text in words for part in text.split(",")):
        if not word:
            continue
        meant = {r.code for r in rules() if meant_by(word, r)}
        if not meant:
            raise SmmError(no_rule(word))
        found |= meant
    return frozenset(found)


def meant_by(word: str, rule: Rule) -> bool:
    """Whether a word means a rule: its name, its code, or how its code begins (SMM7, SMM7*)."""
    word = word.removesuffix("*") if word[:1].isalnum() else word
    code = f"SMM{word}" if len(word) == len("301") and word.isdigit() else word.upper()
    return rule.name == word.lower() or (code.startswith("SMM") and rule.code.startswith(code))


def no_rule(word: str) -> Message:
    """What to say of a word that means no rule."""
    from smmkit.corrections.near_words import nearest_hint

    hint = nearest_hint(word, [*codes()], say("`smm rule --all` names them"))
    return say("there is no rule {word}; {hint}", word=word, hint=hint)


def check(found: Opened, choice: Choice) -> Checked:
    """What the rules say of the part that was asked for."""
    from smmkit.analyses.texts.unfilled import blanks

    qms = found.qms
    known, added = known_in(found, choice)
    judgement = judge(qms, None if known else choice.codes)
    told, old, mended = judgement.diagnostics, list[Diagnostic](), 0
    if known:
        mended = baseline.mended(known, there_now(known, told, qms))
        told, old = baseline.divided(told, known, qms)
    told = [d for d in told if choice.takes(d.rule) and found.covers(d.at.path)]
    told, more = first(told, None if choice.every else FEW)
    left = [m for m in judgement.more if choice.takes(m.rule) and found.covers(m.path)]
    paths = {d.path for d in qms.documents} | {stub.path for stub in qms.stubs}
    return Checked(
        found.root,
        qms.as_of,
        found.count,
        sum(found.covers(document.path) for document in qms.documents),
        tuple(told),
        rules(),
        tuple(b.document.path for b in qms.fact(blanks) if found.covers(b.document.path)),
        (*left, *more),
        tuple(path for path in sorted(paths) if found.covers(path)),
        tuple(w for w in judgement.waived if is_asked(w.diagnostic, choice, found)),
        tuple(d for d in old if is_asked(d, choice, found)),
        mended,
        choice.fails_on,
        tuple(rule for rule in unasked(qms) if choice.takes(rule)),
        added,
    )


def is_asked(diagnostic: Diagnostic, choice: Choice, found: Opened) -> bool:
    """Whether a problem belongs to what was asked for."""
    return choice.takes(diagnostic.rule) and found.covers(diagnostic.at.path)


def first(found: Collection[Diagnostic], most: int | None) -> tuple[list[Diagnostic], list[More]]:
    """Of each sort the first few, and how many more there are."""
    few = FirstProblems(most)
    few += ((d.rule, d.problem) for d in found)
    kept = {id(problem) for _, problem in few}
    more = [More(rule, path, n) for (rule, path), n in few.passed_over.items()]
    return [d for d in found if id(d.problem) in kept], more


def there_now(
    known: baseline.Entries, told: Iterable[Diagnostic], qms: Qms
) -> Counter[baseline.Entry]:
    """What is wrong now, as a baseline counts it; also what rules that have to wait said before."""
    return baseline.still_there(known, baseline.counted(told, qms), unasked(qms))


def known_in(found: Opened, choice: Choice) -> tuple[baseline.Entries, int]:
    """What the baseline of a folder knows, where it is not set aside; nothing where there is none.

    Where a revision is compared with, no more than the baseline knew there; and how many more it knows now.

    Raises:
        SmmError: it cannot be read.
    """
    data = None if choice.with_old else baseline_of(found.root)
    known = baseline.read(data) if data else {}
    before = known_before(found.qms) if known else None
    held = known if before is None else baseline.shrunk(known, before)
    return held, sum(known.values()) - sum(held.values())


def known_before(qms: Qms) -> baseline.Entries | None:
    """What the baseline knew at the revision that is compared with; None where there was none."""
    from smmkit.git.revision import Revision

    tree = qms.before.tree if qms.before else None
    data = tree.hidden(BASELINE) if isinstance(tree, Revision) else None
    try:
        return baseline.read(data) if data is not None else None
    except SmmError:
        return None


def baseline_of(root: Path) -> bytes | None:
    """The text of the baseline of a folder; None where there is none.

    Raises:
        SmmError: it cannot be read, or leads out of the folder.
    """
    from smmkit.files.tree import read_file
    from smmkit.writing.journal import place_on_disk

    if not os.path.lexists(root / BASELINE):
        return None
    return read_file(place_on_disk(root, BASELINE))
