"""What goes over the line to where a branch is shared: asked by a closed git, with nothing of the folder.

How the reader comes in (ssh, keys, helpers of passwords) is what the reader has set for all
repositories; of the settings of the folder only the address counts.
"""

from __future__ import annotations

import os
import re
import shlex

from smmkit.errors import SmmError
from smmkit.git import process
from smmkit.git.address import ALLOWED, Remote
from smmkit.git.desk import Desk, line_of
from smmkit.git.settings import without_hooks
from smmkit.words import Message, say

WAIT = 600
"""Seconds after which what goes over the line counts as unanswered."""

OF_READER = (
    *("GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_SSL_CAINFO", "GIT_SSL_CAPATH"),
    *("GIT_SSL_CERT", "GIT_SSL_KEY", "GIT_PROXY_COMMAND"),
    *process.READERS,
)
"""Variables by which the reader says how to come in."""

SILENT = ("core.alternateRefsCommand=:;:", "gc.auto=0", "maintenance.auto=false")
AT_THE_OTHER_END = (
    *SILENT,
    "receive.autogc=false",
    "receive.denyCurrentBranch=refuse",
    "core.fsmonitor=false",
)
"""Settings that git is given for a repository on this machine, so that it runs nothing of its own."""


class Line:
    """The line to where a branch is shared."""

    def __init__(self, desk: Desk, remote: Remote, asks: bool) -> None:
        self.desk = desk
        self.remote = remote
        self.asks = asks

    def theirs(self) -> str:
        """The commit that the branch is at there; empty where it is not there yet.

        Raises:
            SmmError: nobody answers, or does not let us in.
        """
        said = self._ask("ls-remote", *self._helper("upload-pack"), *self._to(self.remote.ref))
        return said.split()[0] if said.split() else ""

    def fetch(self) -> str:
        """Bring the history of the branch there; the commit that it is at.

        Raises:
            SmmError: it does not come.
        """
        kept = "refs/smm/theirs"
        words = ("--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head")
        there = self._to(f"+{self.remote.ref}:{kept}")
        self._ask("fetch", *words, *self._helper("upload-pack"), *there)
        return self.desk.ask("rev-parse", "--verify", kept)

    def push(self, commit: str) -> bool:
        """Hand a commit on; whether the place took it, or others were faster.

        Raises:
            SmmError: it does not let us.
        """
        words = ("push", "--quiet", "--no-verify", "--recurse-submodules=no")
        ref = f"{commit}:{self.remote.ref}"
        answer = self._answer(*words, *self._helper("receive-pack"), *self._to(ref))
        if answer.code and re.search(
            r"\(fetch first\)|non-fast-forward|cannot lock ref", answer.said
        ):
            return False
        if answer.code:
            raise SmmError(self._why(answer.said))
        return True

    def _to(self, ref: str) -> tuple[str, ...]:
        address = str(self.remote.folder) if self.remote.folder else self.remote.address
        return "--", address, ref

    def _helper(self, program: str) -> tuple[str, ...]:
        """How the git at the other end is called where that is this machine: without its settings."""
        if self.remote.folder is None:
            return ()
        hooks = f"core.hooksPath={self.desk.repository.room / 'no-hooks'}"
        words = [word for setting in (hooks, *AT_THE_OTHER_END) for word in ("-c", setting)]
        folder = self.remote.folder
        own = folder / ".git" if (folder / ".git").exists() else folder
        off = without_hooks(self.desk.place.top, own)
        given = [f"{name}={shlex.quote(value)}" for name, value in off.items()]
        return (f"--{program}={' '.join([*given, shlex.join(['git', *words, program])])}",)

    def _ask(self, *words: str) -> str:
        answer = self._answer(*words)
        if answer.code:
            raise SmmError(self._why(answer.said))
        return answer.out.decode("utf-8", "replace")

    def _answer(self, *words: str) -> process.Answer:
        """Ask git with the settings of the reader, from a folder of ours."""
        desk = self.desk
        closed = desk.repository.variables()
        away = {"HOME", "XDG_CONFIG_HOME", *process.READERS}
        variables = {name: value for name, value in closed.items() if name not in away}
        variables |= {name: os.environ[name] for name in OF_READER if name in os.environ}
        variables |= {
            "GIT_ALLOW_PROTOCOL": ":".join(ALLOWED),
            "GIT_TERMINAL_PROMPT": str(int(self.asks)),
        }
        if not self.asks:
            variables.setdefault("GIT_SSH_COMMAND", "ssh -o BatchMode=yes")
        hooks = f"core.hooksPath={desk.repository.room / 'no-hooks'}"
        settings = [word for one in (hooks, *SILENT) for word in ("-c", one)]
        variables |= desk.who
        return process.run(
            (*settings, *words), desk.repository.room, variables, desk.place.top, wait=WAIT
        )

    def _why(self, said: str) -> Message:
        """Why nothing went over the line, and what a person can do."""
        if self.remote.folder is not None and not self.remote.folder.exists():
            return say(
                "{address} is not there now; all that was saved is kept here. Try again when the disk or "
                "the network folder is connected",
                address=self.remote.spoken,
            )
        for pattern, sentence in REASONS:
            if re.search(pattern, said, re.IGNORECASE):
                return Message(sentence.text, {"address": self.remote.spoken})
        return say("{address} refuses: {words}", address=self.remote.spoken, words=line_of(said))


OFFLINE = say(
    "{address} does not answer: is there a connection? All that was saved is kept here; try again later",
    address="",
)
NO_ENTRY = say(
    "{address} does not let you in; try what it asks for with: git ls-remote {address}", address=""
)
NO_PLACE = say("at {address} there is no repository; see that the address is right", address="")
NOT_BARE = say(
    "{address} is a folder that somebody works in; share through one that keeps the history alone, made "
    "by: git init --bare FOLDER",
    address="",
)
NO_ROOM = say(
    "the disk is full, at {address} or here; make room and try again. All that was saved is kept here",
    address="",
)
NOT_WRITTEN = say(
    "at {address} nothing can be written: is the disk there full, or may you not write there? All that "
    "was saved is kept here",
    address="",
)
REASONS = (
    (r"no space left on device|disk quota exceeded|out of diskspace", NO_ROOM),
    (r"unable to (?:create temporary object directory|migrate objects)", NOT_WRITTEN),
    (
        r"could not resolve|unable to access .*(?:resolve|connect|timed out|unreachable)"
        r"|connection (?:refused|timed out|reset)|network is unreachable|no route to host"
        r"|operation timed out|failed to connect",
        OFFLINE,
    ),
    (
        r"authentication failed|permission denied|could not read (?:username|password)|access denied"
        r"|terminal prompts disabled|invalid credentials|error: 40[13]|host key verification",
        NO_ENTRY,
    ),
    (r"refusing to update checked out branch", NOT_BARE),
    (r"not appear to be a git repo|repository .*not found|does not exist|not found", NO_PLACE),
)
"""What git says over the line, and what that means."""
