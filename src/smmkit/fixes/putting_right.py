"""The texts of a QMS put right: first all that is certain, then what a person agrees to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from smmkit.analyses.lifecycle.state import State, standings
from smmkit.analyses.references.files import exists, file_meant, resolve
from smmkit.analyses.references.links import links
from smmkit.analyses.references.nearest import ids_near
from smmkit.analyses.references.nearest_clause import clauses_named
from smmkit.corrections.by_id import NO_IDS, Ids, standard_name
from smmkit.corrections.time_zones import is_zone, zone_meant
from smmkit.files.tree import Memory
from smmkit.fixes.change import Change, at_place, changed, in_utf_8, plain_text
from smmkit.fixes.proposals import proposals
from smmkit.fixes.tables import of_tables
from smmkit.loading.folder import load
from smmkit.loading.refusing import ids_by_name
from smmkit.model.marks import CLAUSE, FILE, STANDARD, RefersTo
from smmkit.qms import Qms
from smmkit.words import say
from smmkit.yaml_text.decoding import said_encoding
from smmkit.yaml_text.edit import written_like
from smmkit.yaml_text.scalars import scalar

GOES: Final = 25
"""So often a text is looked at again: what broke it off may have hidden what is below."""

Agrees = Callable[[str, Change, str], bool]
"""Whether a person agrees to a change in a file, whose text is given."""


class Outcome:
    """The texts that become others, and how much was only guessed and not agreed to."""

    def __init__(self) -> None:
        self.before: dict[str, bytes] = {}
        self.after: dict[str, bytes] = {}
        self.recoded: dict[str, str] = {}
        """In which encoding a file was that becomes UTF-8."""
        self.left: list[tuple[str, Change]] = []

    @property
    def texts_before(self) -> dict[str, str]:
        """What the files are to a program that knows UTF-8 alone; another encoding that is said is known."""
        return {
            path: data.decode(said_encoding(data) or "utf-8-sig", "replace")
            for path, data in self.before.items()
        }

    @property
    def texts(self) -> dict[str, str]:
        """What the files become, as texts."""
        return {path: data.decode("utf-8-sig") for path, data in self.after.items()}


def put_right(qms: Qms, covers: Callable[[str], bool], agrees: Agrees) -> Outcome:
    """Put right what lies in the files that are covered; nothing is written."""
    outcome, ids = Outcome(), ids_by_name(qms)
    paths = dict.fromkeys((*qms.sources, *(stub.path for stub in qms.stubs)))
    for path in filter(covers, paths):
        if path in qms.tree.paths():
            _one(outcome, path, qms.tree.read(path), agrees, ids)
    _references(outcome, qms, covers, agrees)
    for _ in range(TABLE_GOES):
        new = load(Memory(outcome.after, qms.tree), qms.as_of) if outcome.after else qms
        found: dict[str, list[Change]] = {}
        for path, change in dict.fromkeys(of_tables(new)):
            if covers(path):
                found.setdefault(path, []).append(change)
        if not _written(outcome, new, found):
            break
    return outcome


TABLE_GOES: Final = 3
"""So often tables are looked at: what their headings mean hides what is below them."""


def _written(outcome: Outcome, qms: Qms, changes: dict[str, list[Change]]) -> bool:
    """Make changes in the texts of a QMS; whether there were some."""
    is_other = False
    for path, own in changes.items():
        data = qms.tree.read(path)
        text = plain_text(data)
        if text is not None:
            outcome.before.setdefault(path, data)
            outcome.after[path] = written_like(data, changed(text, own))
            is_other = True
    return is_other


def _one(outcome: Outcome, path: str, data: bytes, agrees: Agrees, ids: Ids) -> None:
    """Put right one file, by what it says alone, and in which bytes it says it."""
    recoded = in_utf_8(data)
    read = recoded[0] if recoded else data
    text = plain_text(read)
    if text is None:
        return
    new = _mended(outcome, path, text, agrees, ids)
    if new != text or recoded:
        outcome.before[path], outcome.after[path] = data, written_like(read, new)
    if recoded:
        outcome.recoded[path] = recoded[1]


def _mended(outcome: Outcome, path: str, text: str, agrees: Agrees, ids: Ids) -> str:
    refused: set[Change] = set()
    proposed = proposals(path, text, ids)
    for _ in range(GOES):
        found = [change for change in proposed if change not in refused]
        sure = [change for change in found if change.is_certain]
        if sure:
            new = changed(text, sure)
            if new == text:
                break
            text, proposed = new, proposals(path, new, ids)
            continue
        guess = next(iter(found), None)
        if guess is None:
            break
        if agrees(path, guess, text):
            text = changed(text, [guess])
            proposed = proposals(path, text, ids)
        else:
            refused.add(guess)
            outcome.left.append((path, guess))
    return text


def certain(path: str, text: str, ids: Ids = NO_IDS) -> str:
    """A text with all that is certain put right, and nothing that is guessed."""
    return _mended(Outcome(), path, text, lambda *_: False, ids)


def _references(outcome: Outcome, qms: Qms, covers: Callable[[str], bool], agrees: Agrees) -> None:
    """Put the nearest id, or the code of what has this title, in place of what is not there."""
    new = load(Memory(outcome.after, qms.tree), qms.as_of)
    changes: dict[str, list[Change]] = {}
    for path, change in _broken(new):
        if not covers(path):
            continue
        text = plain_text(new.tree.read(path))
        if text is None:
            continue
        if change.is_certain or agrees(path, change, text):
            changes.setdefault(path, []).append(change)
        else:
            outcome.left.append((path, change))
    _written(outcome, new, changes)


def _broken(qms: Qms) -> Iterator[tuple[str, Change]]:
    """Each reference that leads nowhere, where one id alone is near, or one clause is named."""
    ids = ids_by_name(qms)
    for link in qms.fact(links):
        if link.mark is CLAUSE and (standard := qms.clause(link.target, link.document)[0]):
            name, _, number = link.target.rpartition("/")
            named = [] if standard.has(number) else clauses_named(number, standard.known)
            near = [json.dumps(f"{name}/{one}" if name else one) for one in named]
        elif link.mark is STANDARD and qms.standard(link.target) is None:
            near = [*filter(None, [ids.get((STANDARD.what, standard_name(link.target)))])]
        elif link.mark is FILE and not exists(qms, resolve(link.document, link.target)):
            near = [scalar(file) for file in [file_meant(qms, link.document, link.target)] if file]
        elif isinstance(link.mark, RefersTo) and link.target not in {*qms.things, *qms.stub_of}:
            near = ids_near(qms, link.target, link.mark.kinds)
        else:
            continue
        at = link.document.source.at(*link.steps)
        if len(near) == 1 and at.line == at.end_line:
            message = say("there is no {id}", id=link.target)
            yield link.document.path, at_place(at, near[0], message, sure=False)
    if (settings := qms.settings) and not is_zone(zone := settings.organization.time_zone):
        at, meant = settings.at("organization", "time_zone"), zone_meant(zone)
        if meant and at.line == at.end_line:
            message = say("there is no time zone {zone}", zone=zone)
            yield settings.path, at_place(at, meant, message, sure=True)


def sealed_among(texts: Mapping[str, str], qms: Qms) -> list[str]:
    """The files of texts that have an approval which does not cover what they become."""
    new = load(Memory(texts, qms.tree), qms.as_of)
    broken = {id_ for id_, s in new.fact(standings).items() if s.state is State.BROKEN}
    return [
        document.path
        for document in new.documents
        if document.id in broken and document.path in texts
    ]
