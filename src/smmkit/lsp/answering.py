"""What an editor asks of a text, and how it is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from lsprotocol import types as t

from smmkit.lsp.actions import FIX_ALL, Wish, actions
from smmkit.lsp.completion import completion
from smmkit.lsp.folder import Folder
from smmkit.lsp.hover import hover
from smmkit.lsp.links import Places, definition, references
from smmkit.lsp.session import Session
from smmkit.lsp.symbols import symbols
from smmkit.lsp.texts import Text


class Asked(NamedTuple):
    """A question about a text that is open in a folder of a QMS."""

    session: Session
    text: Text
    folder: Folder
    params: Any

    @property
    def places(self) -> Places:
        """The places of the folder as the editor has them."""
        return Places(self.folder, self.session.texts, self.session.units)


class Question(NamedTuple):
    """A sort of question."""

    method: str
    answer: Callable[[Asked], Any]
    options: Any = None
    exactly: bool = False
    """Whether the folder has to be known as it is now; else the latest that is known will do."""


def complete(asked: Asked) -> t.CompletionList:
    """What may be typed."""
    speech = asked.session.speech(asked.folder.known)
    return completion(asked.text, asked.params.position, asked.folder, speech)


def show(asked: Asked) -> t.Hover | None:
    """What something means."""
    speech = asked.session.speech(asked.folder.known)
    return hover(asked.text, asked.params.position, asked.folder, speech)


def define(asked: Asked) -> t.Location | None:
    """Where something stands."""
    return definition(asked.text, asked.params.position, asked.places)


def refer(asked: Asked) -> list[t.Location]:
    """Who names it."""
    declared = asked.params.context.include_declaration
    return references(asked.text, asked.params.position, asked.places, declared=declared)


def outline(asked: Asked) -> list[t.DocumentSymbol]:
    """What the text is made of."""
    return symbols(asked.text)


def fix(asked: Asked) -> list[t.CodeAction]:
    """What can be put right."""
    params, speech = asked.params, asked.session.speech(asked.folder.known)
    first, last = params.range.start.line + 1, params.range.end.line + 1
    wish = Wish(first, last, params.context.only)
    return actions(asked.text, params.text_document.uri, wish, asked.folder, speech)


SIGNS = (" ", "-", '"', "[")
"""After these an editor asks by itself what may follow."""

QUESTIONS = (
    Question(
        t.TEXT_DOCUMENT_COMPLETION, complete, t.CompletionOptions(trigger_characters=[*SIGNS])
    ),
    Question(t.TEXT_DOCUMENT_HOVER, show),
    Question(t.TEXT_DOCUMENT_DOCUMENT_SYMBOL, outline),
    Question(t.TEXT_DOCUMENT_DEFINITION, define, exactly=True),
    Question(t.TEXT_DOCUMENT_REFERENCES, refer, exactly=True),
    Question(
        t.TEXT_DOCUMENT_CODE_ACTION,
        fix,
        t.CodeActionOptions(code_action_kinds=[t.CodeActionKind.QuickFix, FIX_ALL]),
        exactly=True,
    ),
)
"""All that may be asked."""
