"""`smm share` over a line: a real git server on this machine."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from folders import contents, lay
from running import git
from sharing import FILES, audit, save, share


def answerer(root: Path) -> type[BaseHTTPRequestHandler]:
    """What hands each request on to `git http-backend`."""

    class Answerer(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            return

        def do_GET(self) -> None:
            url, head = urlsplit(self.path), self.headers
            env = {
                **os.environ,
                "GIT_PROJECT_ROOT": str(root),
                "GIT_HTTP_EXPORT_ALL": "1",
                "PATH_INFO": url.path,
                "QUERY_STRING": url.query,
                "REQUEST_METHOD": self.command,
                "CONTENT_TYPE": head.get("Content-Type", ""),
                "GIT_PROTOCOL": head.get("Git-Protocol", ""),
                "HTTP_CONTENT_ENCODING": head.get("Content-Encoding", ""),
                "REMOTE_USER": "x",
            }
            body = self.rfile.read(int(head.get("Content-Length") or 0))
            call = ["git", "http-backend"]
            said = subprocess.run(call, input=body, env=env, capture_output=True, check=False)
            top, _, data = said.stdout.partition(b"\r\n\r\n")
            fields = dict(line.split(": ", 1) for line in top.decode().split("\r\n"))
            self.send_response(int(fields.pop("Status", "200").split()[0]))
            for name, value in fields.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_POST = do_GET  # noqa: N815

    return Answerer


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where a place to share answers."""
    git(tmp_path, "init", "-q", "-b", "main", "--bare", "place.git")
    git(tmp_path / "place.git", "config", "http.receivepack", "true")
    server = ThreadingHTTPServer(("127.0.0.1", 0), answerer(tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/place.git"
    server.shutdown()
    server.server_close()


def test_two_people_share_and_a_conflict_is_told_document_by_document(address, tmp_path):
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    lay(ours, {**FILES, "audit/AUD-01.yaml": audit()})
    assert save(ours, "begun", "--begin").returncode == 0
    assert share(ours, "--to", address).returncode == 0
    git(tmp_path, "clone", "-q", address, str(theirs))
    new = {"audit/AUD-01.yaml": audit(note="theirs"), "audit/AUD-02.yaml": audit("AUD-02")}
    lay(theirs, new)
    save(theirs, by="P-2")
    assert share(theirs, by="P-2").returncode == 0
    lay(ours, {"audit/AUD-01.yaml": audit(note="ours")})
    save(ours)
    done = share(ours)
    assert done.returncode == 1
    assert "`note:` yours: ours; theirs: theirs" in done.stdout
    assert share(ours, "--mine", "AUD-01").returncode == 0
    assert share(theirs, by="P-2").returncode == 0
    assert contents(ours) == contents(theirs)


@pytest.mark.skipif(os.name == "nt", reason="the hook is a script of a shell")
def test_what_a_server_says_when_it_refuses_is_shown_harmless(address, tmp_path):
    hook = tmp_path / "place.git/hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nprintf 'closed \\033[31m on Sundays\\n'\nexit 1\n")
    hook.chmod(0o755)
    lay(tmp_path / "ours", FILES)
    assert save(tmp_path / "ours", "begun", "--begin").returncode == 0
    done = share(tmp_path / "ours", "--to", address)
    assert done.returncode == 2
    assert "refuses: remote: closed \\x1b[31m on Sundays" in done.stderr
