"""What an editor waits for: a real server over stdin and stdout, in a folder of many documents."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

MILLISECONDS = 300.0
"""The longest that an answer may take, and a fault until it is marked."""

PATIENCE = 120.0

DECLARED = {"includeDeclaration": True}


class Server:
    """`smm lsp`, asked one question after the other."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "smmkit", "lsp"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.numbers = count(1)
        self.marks: dict[str, list[Any]] = {}
        self.ask("initialize", processId=None, rootUri=root.as_uri(), capabilities={})
        self.tell("initialized")

    def tell(self, method: str, **params: Any) -> None:
        """Something that needs no answer."""
        self.send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        """A question, and its answer."""
        number = next(self.numbers)
        self.send({"id": number, "method": method, "params": params})
        while (heard := self.heard()).get("id") != number:
            pass
        return heard["result"]

    def marked(self, uri: str, are: Callable[[list[Any]], bool]) -> None:
        """Wait until a file is marked so."""
        end = time.monotonic() + PATIENCE
        while uri not in self.marks or not are(self.marks[uri]):
            if time.monotonic() > end:
                raise TimeoutError(uri)
            self.heard()

    def send(self, message: dict[str, Any]) -> None:
        """One message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def heard(self) -> dict[str, Any]:
        """The next message."""
        stream = self.process.stdout
        assert stream
        length = 0
        while line := stream.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(stream.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.marks[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message


def waits(root: Path, runs: int) -> dict[str, float]:
    """How many milliseconds an editor waits for each thing, on the wall; the median of some."""
    server = Server(root)
    try:
        return measured(server, next((root / "prosedur").rglob("SOP-*.md")), runs)
    finally:
        server.process.kill()
        server.process.wait()


def measured(server: Server, file: Path, runs: int) -> dict[str, float]:
    """The same, of a server that has just been started."""
    text, uri = file.read_text("utf-8"), file.as_uri()
    line = next(n for n, line in enumerate(text.split("\n")) if line.startswith("owner:"))
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    server.tell("textDocument/didOpen", textDocument=document)
    server.marked(uri, lambda _: True)
    time.sleep(4)  # until all rules were asked once
    found: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[[], object]) -> None:
        start = time.perf_counter()
        work()
        found.setdefault(name, []).append((time.perf_counter() - start) * 1000)

    def asked(method: str, column: int, **more: Any) -> None:
        place = {"line": line, "character": column}
        server.ask(f"textDocument/{method}", textDocument={"uri": uri}, position=place, **more)

    def typed(run: int) -> None:
        wrong = text.replace(text.split("\n")[line], f"owner: nobody-{run}")
        server.tell(
            "textDocument/didChange",
            textDocument={"uri": uri, "version": run + 2},
            contentChanges=[{"text": wrong}],
        )
        server.marked(uri, lambda marks: any(f"nobody-{run}" in m["message"] for m in marks))

    for run in range(runs):
        timed("completion", lambda: asked("completion", 7))
        timed("hover", lambda: asked("hover", 1))
        timed("definition", lambda: asked("definition", 8))
        timed("references", lambda: asked("references", 8, context=DECLARED))
        timed("a fault is marked", lambda: typed(run))  # noqa: B023 - it is called at once
        timed("completion meanwhile", lambda: asked("completion", 7))
        server.tell(
            "textDocument/didChange",
            textDocument={"uri": uri, "version": run + 1000},
            contentChanges=[{"text": text}],
        )
        time.sleep(2.5)
    return {name: median(times) for name, times in found.items()}
