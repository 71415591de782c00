"""Where attacks are laid that would start a program: a repository, and the mark that the program leaves."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from pathlib import Path

from folders import lay
from running import git


@dataclass(frozen=True)
class Ground:
    """The repository, and the file that the command of the attack writes."""

    top: Path
    mark: Path

    @property
    def command(self) -> str:
        return f"touch {shlex.quote(self.mark.as_posix())}"

    def set(self, *settings: tuple[str, str], of: Path | None = None) -> None:
        """Settings of the repository, or of another one."""
        for name, value in settings:
            git(of or self.top, "config", name, value)

    def script(self, file: Path | None = None, end: str = "exit 1") -> str:
        """The command as a program of its own."""
        file = file or self.mark.parent / "evil.sh"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\n{self.command}\n{end}\n")
        file.chmod(0o755)
        return file.as_posix()

    def lose(self, name: str) -> None:
        """Take an object out of the history."""
        id_ = git(self.top, "rev-parse", name).strip()
        (self.top / ".git" / "objects" / id_[:2] / id_[2:]).unlink()

    def touch(self) -> None:
        """Have git look at files again."""
        for file in self.top.glob("*/*.yaml"):
            os.utime(file, (1, 1))

    def submodule(self, path: str) -> Path:
        """A repository in the folder, known to the one around it."""
        inner = self.top / path
        git(self.top, "init", "-q", str(inner))
        lay(inner, {"x.yaml": "a: b\n"})
        git(inner, "add", ".")
        git(inner, "commit", "-qm", "x")
        git(self.top, "-c", "advice.addEmbeddedRepo=false", "add", path)
        git(self.top, "commit", "-qm", "sub")
        return inner
