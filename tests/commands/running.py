"""The command as a person runs it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "example-qms"
QUIET = ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "SMM_TRACEBACK")


def smm(
    *arguments: object, cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run `smm`; English unless the environment given says otherwise."""
    clean = {name: value for name, value in os.environ.items() if name not in QUIET}
    return subprocess.run(
        [sys.executable, "-m", "smmkit", *map(str, arguments)],
        cwd=cwd or ROOT,
        env={**clean, "SMM_LANG": "en", "PYTHONIOENCODING": "utf-8", **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def git(folder: Path, *arguments: str) -> str:
    """Ask git in a folder, as nobody in particular."""
    who = ["-c", "user.name=Contoh", "-c", "user.email=contoh@example.invalid"]
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout
