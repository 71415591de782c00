"""A small client of language servers: it opens texts and asks what an editor would ask."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

PATIENCE = 300
"""Seconds after which the server counts as silent."""

CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
        },
        "hover": {"contentFormat": ["markdown"]},
    },
}


class Client:
    """One server over its standard streams, with the settings of one editor."""

    def __init__(
        self, command: list[str], root: Path, settings: dict[str, Any], **wishes: Any
    ) -> None:
        self.settings = settings
        self._server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._heard: Queue[dict[str, Any] | None] = Queue()
        self._numbers = count(1)
        self._wrong: dict[str, list[dict[str, Any]]] = {}
        self._ear = Thread(target=self._listen, daemon=True)
        self._ear.start()
        folder = {"uri": root.as_uri(), "name": root.name}
        said = self.ask(
            "initialize",
            processId=None,
            rootUri=folder["uri"],
            workspaceFolders=[folder],
            **{"capabilities": CAPABILITIES} | wishes,
        )
        self.capabilities: dict[str, Any] = said["capabilities"]
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=settings)

    def open(self, file: Path, text: str) -> None:
        """Show a text to the server, saved or not."""
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)

    def wrong(self, file: Path) -> list[tuple[int, str]]:
        """What the server finds wrong with a text that was opened: lines (from 0) and messages."""
        while file.as_uri() not in self._wrong:
            self._note(self._next())
        found = self._wrong[file.as_uri()]
        return sorted((one["range"]["start"]["line"], one["message"]) for one in found)

    def completion(self, file: Path, line: int, column: int) -> dict[str, dict[str, Any]]:
        """What may be typed at a place (from 0), by its label."""
        said = self.ask("textDocument/completion", **place(file, line, column))
        return {item["label"]: item for item in (said or {}).get("items", [])}

    def hover(self, file: Path, line: int, column: int) -> str:
        """What is shown to a mouse that rests on a place (from 0)."""
        said = self.ask("textDocument/hover", **place(file, line, column))
        return said["contents"]["value"] if said else ""

    def ask(self, method: str, **params: Any) -> Any:
        """A question, and its answer."""
        number = next(self._numbers)
        self._send(id=number, method=method, params=params)
        while True:
            said = self._next()
            if said.get("id") == number:
                assert "error" not in said, said
                return said["result"]
            self._note(said)

    def tell(self, method: str, **params: Any) -> None:
        """Something that needs no answer."""
        self._send(method=method, params=params)

    def leave(self) -> None:
        """Ask the server to go, as an editor does that is closed."""
        self.ask("shutdown")
        self.tell("exit")
        self._server.wait(PATIENCE)

    def end(self) -> None:
        """End the server if it still runs, and close all that led to it."""
        self._server.kill()
        self._server.wait()
        self._ear.join()
        self._server.stdin.close()
        self._server.stdout.close()

    def _note(self, said: dict[str, Any]) -> None:
        if said.get("method") == "textDocument/publishDiagnostics":
            self._wrong[said["params"]["uri"]] = said["params"]["diagnostics"]

    def _next(self) -> dict[str, Any]:
        """The next message that is for us; questions of the server are answered on the way."""
        while True:
            try:
                said = self._heard.get(timeout=PATIENCE)
            except Empty:
                raise TimeoutError("the language server says nothing") from None
            if said is None:
                raise EOFError("the language server is gone")
            if "id" not in said or "method" not in said:
                return said
            self._send(id=said["id"], result=self._answer(said))

    def _answer(self, said: dict[str, Any]) -> Any:
        if said["method"] == "workspace/configuration":
            return [self.settings.get(item["section"]) for item in said["params"]["items"]]
        return None

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _listen(self) -> None:
        stream = self._server.stdout
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.partition(b":")[2])
                while stream.readline().strip():
                    pass
                self._heard.put(json.loads(stream.read(length)))
        self._heard.put(None)


def place(file: Path, line: int, column: int) -> dict[str, Any]:
    """A place in a file as the protocol has it."""
    return {
        "textDocument": {"uri": file.as_uri()},
        "position": {"line": line, "character": column},
    }


@contextmanager
def serving(command: list[str], root: Path, settings: dict[str, Any]) -> Iterator[Client]:
    """A server for as long as it is needed."""
    client = Client(command, root, settings)
    try:
        yield client
        client.leave()
    finally:
        client.end()
