"""What can be put right at a place: what is certain, and each guess as an action of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types as t
from pydantic import ValidationError

from smmkit.analyses.references.nearest import ids_near
from smmkit.documents import KINDS, Document, Information, class_of
from smmkit.documents.references import references
from smmkit.fixes.change import Change, at_place, changed
from smmkit.fixes.proposals import proposals
from smmkit.fixes.putting_right import certain
from smmkit.loading.refusing import ids_by_name
from smmkit.location import SourceError
from smmkit.lsp.folder import Folder
from smmkit.lsp.texts import Text
from smmkit.migrations import current
from smmkit.model.marks import RefersTo
from smmkit.qms import Qms
from smmkit.seals import is_sealed_in
from smmkit.words import Language, Message, say
from smmkit.yaml_text.reading import LOOKED_THROUGH
from smmkit.yaml_text.source import Source

FIX_ALL = "source.fixAll.smm"
"""The kind of the action that puts right all that is certain in a text."""

MOST = 60
"""A longer value is cut in the title of an action."""


@dataclass(frozen=True, slots=True)
class Wish:
    """For what an editor asks: from which line to which (from 1), and of which kinds."""

    first: int
    last: int
    kinds: Sequence[str] | None

    def takes(self, kind: str) -> bool:
        """Whether actions of a kind are asked for; `source` asks for `source.fixAll`, too."""
        return self.kinds is None or any(
            kind == one or kind.startswith(f"{one}.") or not one for one in self.kinds
        )


def actions(
    text: Text, uri: str, wish: Wish, folder: Folder, speech: Language
) -> list[t.CodeAction]:
    """What can be put right in the lines of a text that are asked about."""
    if len(text.raw) > LOOKED_THROUGH or not folder.known:
        return []
    found: list[t.CodeAction] = []
    known = proposals(text.path, text.text, ids_by_name(folder.known))
    if wish.takes(t.CodeActionKind.QuickFix):
        changes = (*known, *guessed(text, folder.known))
        found += [
            action_of(change, text, uri, folder.known, speech)
            for change in changes
            if wish.first <= change.line <= wish.last
        ]
    is_sure = any(change.is_certain for change in known)
    if is_sure and wish.takes(FIX_ALL) and (all_ := fix_all(text, uri, folder.known, speech)):
        found.append(all_)
    return found


def guessed(text: Text, qms: Qms) -> Iterator[Change]:
    """For each id that is not there, those that may be meant: one by its letters, or by its title."""
    document = read(text, text.text)
    if document is None:
        return
    for steps, target, mark in references(document):
        if not isinstance(mark, RefersTo) or target in {*qms.things, *qms.stub_of}:
            continue
        at = document.source.at(*steps)
        if at.line == at.end_line:
            for near in ids_near(qms, target, mark.kinds):
                message = say("there is no {id}", id=target)
                yield at_place(at, near, message, sure=False)


def action_of(change: Change, text: Text, uri: str, qms: Qms, speech: Language) -> t.CodeAction:
    """One change as an editor offers it."""
    new = changed(text.text, [change])
    right = change.new if len(change.new) <= MOST else f"{change.new[:MOST]}…"
    title: list[Message] = [
        say("Write {words}", words=right.strip())
        if change.is_certain
        else say("Did you mean {word}?", word=right.strip())
    ]
    return made(title, t.CodeActionKind.QuickFix, text, uri, new, [change], qms, speech)


def fix_all(text: Text, uri: str, qms: Qms, speech: Language) -> t.CodeAction | None:
    """All that is certain in a text, in one go; None where that is nothing."""
    new = certain(text.path, text.text, ids_by_name(qms))
    if new == text.text:
        return None
    title = [say("Put right all that is certain in this file")]
    return made(title, FIX_ALL, text, uri, new, None, qms, speech)


def made(
    title: list[Message],
    kind: str,
    text: Text,
    uri: str,
    new: str,
    changes: list[Change] | None,
    qms: Qms,
    speech: Language,
) -> t.CodeAction:
    """An action; of a text whose approval does not cover what it becomes, it says so."""
    if breaks_seal(text, new, qms):
        title = [*title, say("(then it must be approved again)")]
    edits = [
        t.TextEdit(text.range(c.line, c.column, c.line, c.end), c.new) for c in changes or ()
    ] or line_edits(text, new)
    identifier = t.OptionalVersionedTextDocumentIdentifier(uri, text.version)
    return t.CodeAction(
        title=" ".join(map(speech.say, title)),
        kind=kind,
        edit=t.WorkspaceEdit(document_changes=[t.TextDocumentEdit(identifier, edits)]),
        is_preferred=bool(changes) and all(change.is_certain for change in changes or ()),
    )


def line_edits(text: Text, new: str) -> list[t.TextEdit]:
    """The edits that make a text another one: each line that differs, or all where lines are added."""
    after = new.split("\n")
    if len(after) != len(text.lines):
        last = len(text.lines)
        return [t.TextEdit(text.range(1, 1, last, len(text.lines[-1]) + 1), new)]
    pairs: Iterable[tuple[str, str]] = zip(text.lines, after, strict=True)
    return [
        t.TextEdit(text.range(number, 1, number, len(old) + 1), line)
        for number, (old, line) in enumerate(pairs, start=1)
        if old != line
    ]


def read(text: Text, words: str) -> Information | None:
    """What a text says as a document; None where it cannot be read as one."""
    try:
        source = Source.parse(text.path, words.encode("utf-8", "surrogatepass"))
        kind = source.values.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            return None
        document = class_of(kind).model_validate(current(source.values))
    except (SourceError, ValidationError):
        return None
    document._source = source
    return document


def breaks_seal(text: Text, new: str, qms: Qms) -> bool:
    """Whether a text becomes one that an approval of its version does not cover."""
    document = read(text, new)
    if not isinstance(document, Document):
        return False
    given = any(approval.version == document.version for approval in document.approvals)
    return given and not is_sealed_in(qms.tree, document)
