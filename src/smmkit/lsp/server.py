"""The language server: what editors ask, and who answers it."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

from lsprotocol import types as t
from pygls.lsp.server import LanguageServer

from smmkit import __version__
from smmkit.layout import HOME
from smmkit.lsp.actions import FIX_ALL, Wish, actions
from smmkit.lsp.completion import completion
from smmkit.lsp.folder import Folder
from smmkit.lsp.hover import hover
from smmkit.lsp.links import Places, definition, references
from smmkit.lsp.session import Session
from smmkit.lsp.symbols import symbols
from smmkit.lsp.texts import Text
from smmkit.words import code_of

A = TypeVar("A")

KINDS = [t.CodeActionKind.QuickFix, FIX_ALL]


class Server(LanguageServer):
    """One editor's server; what fails is told in its log, and the rest goes on."""

    def __init__(self, lang: str | None) -> None:
        sync = t.TextDocumentSyncKind.Full
        super().__init__("smm", __version__, text_document_sync_kind=sync)
        self.session = Session(lang, self.text_document_publish_diagnostics, self.log)

    def log(self, sentence: str) -> None:
        """Say something in the log of the editor."""
        self.window_log_message(t.LogMessageParams(t.MessageType.Error, sentence))

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002
        self.log(repr(error))

    async def answered(
        self, uri: str, answer: Callable[[Text, Folder], A], nothing: A, *, exactly: bool = False
    ) -> A:
        """The answer to a question about a text; nothing where it is in no QMS, or the answer fails.

        With `exactly` the folder is read as it is now; else it is the latest that is known.
        """
        found = self.session.at(uri)
        if found is None:
            return nothing
        text, folder = found
        try:
            if not exactly:
                await self.session.ready(folder)
                return answer(text, folder)
            await self.session.current(folder)
            return await asyncio.get_running_loop().run_in_executor(None, answer, text, folder)
        except Exception as error:  # noqa: BLE001 - an editor goes on without this answer
            self.log(repr(error))
            return nothing


def listening(lang: str | None) -> Server:
    """A server that knows what to do with all that an editor tells and asks."""
    server = Server(lang)
    hears(server, server.session)
    answers(server, server.session)
    return server


def hears(server: Server, session: Session) -> None:
    """What the editor tells."""

    @server.feature(t.INITIALIZE)
    def initialize(params: t.InitializeParams) -> None:
        session.locale = code_of(params.locale or "en")

    @server.feature(t.INITIALIZED)
    async def initialized(_: t.InitializedParams) -> None:
        session.units = t.PositionEncodingKind(server.workspace.position_encoding).value
        session.start(asyncio.get_running_loop())
        for folder in server.workspace.folders.values():
            session.enter(folder.uri)
        if server.workspace.root_uri:
            session.enter(server.workspace.root_uri)
        await watch(server)

    @server.feature(t.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: t.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        session.opened(document.uri, document.text, document.version)

    @server.feature(t.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: t.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        session.opened(
            uri, server.workspace.get_text_document(uri).source, params.text_document.version
        )

    @server.feature(t.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: t.DidCloseTextDocumentParams) -> None:
        session.closed(params.text_document.uri)

    @server.feature(t.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: t.DidSaveTextDocumentParams) -> None:
        session.changed(params.text_document.uri)

    @server.feature(t.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(params: t.DidChangeWatchedFilesParams) -> None:
        for change in params.changes:
            session.changed(change.uri)
        if any(change.uri.endswith(f"/{HOME}") for change in params.changes):
            for uri, document in server.workspace.text_documents.items():
                session.opened(uri, document.source, document.version)

    @server.feature(t.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def did_change_settings(_: t.DidChangeConfigurationParams) -> None:
        """There are none."""

    @server.feature(t.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(params: t.DidChangeWorkspaceFoldersParams) -> None:
        for folder in params.event.added:
            session.enter(folder.uri)

    @server.feature(t.SHUTDOWN)
    def shutdown(_: None) -> None:
        session.judging.end()


async def watch(server: Server) -> None:
    """Ask the editor to tell of files that change on the disk, where it can."""
    workspace = server.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace else None
    if not watched or not watched.dynamic_registration:
        return
    every = t.DidChangeWatchedFilesRegistrationOptions([t.FileSystemWatcher("**/*")])
    one = t.Registration("smm-files", t.WORKSPACE_DID_CHANGE_WATCHED_FILES, every)
    await server.client_register_capability_async(t.RegistrationParams([one]))


def answers(server: Server, session: Session) -> None:
    """What the editor asks."""

    def places(folder: Folder) -> Places:
        return Places(folder, session.texts, session.units)

    @server.feature(
        t.TEXT_DOCUMENT_COMPLETION, t.CompletionOptions(trigger_characters=[" ", "-", '"', "["])
    )
    async def complete(params: t.CompletionParams) -> t.CompletionList | None:
        def answer(text: Text, folder: Folder) -> t.CompletionList | None:
            return completion(text, params.position, folder, session.speech(folder.known))

        return await server.answered(params.text_document.uri, answer, None)

    @server.feature(t.TEXT_DOCUMENT_HOVER)
    async def show(params: t.HoverParams) -> t.Hover | None:
        def answer(text: Text, folder: Folder) -> t.Hover | None:
            return hover(text, params.position, folder, session.speech(folder.known))

        return await server.answered(params.text_document.uri, answer, None)

    @server.feature(t.TEXT_DOCUMENT_DEFINITION)
    async def define(params: t.DefinitionParams) -> t.Location | None:
        def answer(text: Text, folder: Folder) -> t.Location | None:
            return definition(text, params.position, places(folder))

        return await server.answered(params.text_document.uri, answer, None, exactly=True)

    @server.feature(t.TEXT_DOCUMENT_REFERENCES)
    async def refer(params: t.ReferenceParams) -> list[t.Location] | None:
        def answer(text: Text, folder: Folder) -> list[t.Location] | None:
            declared = params.context.include_declaration
            return references(text, params.position, places(folder), declared=declared)

        return await server.answered(params.text_document.uri, answer, None, exactly=True)

    @server.feature(t.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outline(params: t.DocumentSymbolParams) -> list[t.DocumentSymbol] | None:
        def answer(text: Text, _: Folder) -> list[t.DocumentSymbol] | None:
            return symbols(text)

        return await server.answered(params.text_document.uri, answer, None)

    @server.feature(t.TEXT_DOCUMENT_CODE_ACTION, t.CodeActionOptions(code_action_kinds=KINDS))
    async def fix(params: t.CodeActionParams) -> list[t.CodeAction] | None:
        def answer(text: Text, folder: Folder) -> list[t.CodeAction] | None:
            first, last = params.range.start.line + 1, params.range.end.line + 1
            wish = Wish(first, last, params.context.only)
            speech = session.speech(folder.known)
            return list(actions(text, params.text_document.uri, wish, folder, speech))

        return await server.answered(params.text_document.uri, answer, None, exactly=True)


def serve(lang: str | None) -> int:
    """Serve the editor at stdin and stdout until it goes; 0 if it has said so before.

    Why stdout is put aside: whatever else may be printed would be taken for an answer.
    """
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    server = listening(lang)
    server.start_io(sys.stdin.buffer, out)
    return 0 if getattr(server.protocol, "_shutdown", False) else 1
