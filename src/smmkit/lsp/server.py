"""The language server: it hears what an editor tells, and answers what it asks."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import Any

from lsprotocol import types as t
from pygls.lsp.server import LanguageServer

from smmkit import __version__
from smmkit.layout import HOME
from smmkit.lsp.answering import QUESTIONS, Asked, Question
from smmkit.lsp.session import Session
from smmkit.words import code_of


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

    async def answer(self, question: Question, params: Any) -> Any:
        """The answer to a question; none where the text is in no QMS, or where answering fails."""
        found = self.session.at(params.text_document.uri)
        if found is None:
            return None
        text, folder = found
        asked = Asked(self.session, text, folder, params)
        try:
            if not question.exactly:
                await self.session.ready(folder)
                return question.answer(asked)
            await self.session.current(folder)
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(None, question.answer, asked)
        except Exception as error:  # noqa: BLE001 - an editor goes on without this answer
            self.log(repr(error))
            return None

    async def watch(self) -> None:
        """Ask the editor to tell of files that change on the disk, where it can."""
        workspace = self.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if not watched or not watched.dynamic_registration:
            return
        every = t.DidChangeWatchedFilesRegistrationOptions([t.FileSystemWatcher("**/*")])
        one = t.Registration("smm-files", t.WORKSPACE_DID_CHANGE_WATCHED_FILES, every)
        await self.client_register_capability_async(t.RegistrationParams([one]))


def listening(lang: str | None) -> Server:
    """A server that knows what to do with all that an editor tells and asks."""
    server = Server(lang)
    begins(server, server.session)
    hears_of_texts(server, server.session)
    hears_of_files(server, server.session)
    for question in QUESTIONS:
        answers(server, question)
    return server


def answers(server: Server, question: Question) -> None:
    """Let a server answer a sort of question."""

    @server.feature(question.method, question.options)
    async def answer(params: Any) -> Any:
        return await server.answer(question, params)


def begins(server: Server, session: Session) -> None:
    """How a session begins and ends."""

    @server.feature(t.INITIALIZE)
    def initialize(params: t.InitializeParams) -> None:
        session.locale = code_of(params.locale or "en")

    @server.feature(t.INITIALIZED)
    async def initialized(_: t.InitializedParams) -> None:
        session.units = t.PositionEncodingKind(server.workspace.position_encoding).value
        session.start(asyncio.get_running_loop())
        folders = [folder.uri for folder in server.workspace.folders.values()]
        for uri in dict.fromkeys([*folders, server.workspace.root_uri or ""]):
            session.enter(uri)
        await server.watch()

    @server.feature(t.SHUTDOWN)
    def shutdown(_: None) -> None:
        session.judging.end()


def hears_of_texts(server: Server, session: Session) -> None:
    """What the editor tells of the texts that are open."""

    @server.feature(t.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: t.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        session.opened(document.uri, document.text, document.version)

    @server.feature(t.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: t.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        session.opened(uri, server.workspace.get_text_document(uri).source, version)

    @server.feature(t.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: t.DidCloseTextDocumentParams) -> None:
        session.closed(params.text_document.uri)

    @server.feature(t.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: t.DidSaveTextDocumentParams) -> None:
        session.changed(params.text_document.uri)


def hears_of_files(server: Server, session: Session) -> None:
    """What the editor tells of folders, and of files on the disk."""

    @server.feature(t.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(params: t.DidChangeWatchedFilesParams) -> None:
        for change in params.changes:
            session.changed(change.uri)
        if any(change.uri.endswith(f"/{HOME}") for change in params.changes):
            for uri, document in server.workspace.text_documents.items():
                session.opened(uri, document.source, document.version)

    @server.feature(t.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(params: t.DidChangeWorkspaceFoldersParams) -> None:
        for folder in params.event.added:
            session.enter(folder.uri)

    @server.feature(t.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def did_change_settings(_: t.DidChangeConfigurationParams) -> None:
        """There are none."""


def serve(lang: str | None) -> int:
    """Serve the editor at stdin and stdout until it goes; 0 if it has said so before.

    Why stdout is put aside: whatever else may be printed would be taken for an answer.
    """
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    server = listening(lang)
    server.start_io(sys.stdin.buffer, out)
    return 0 if getattr(server.protocol, "_shutdown", False) else 1
