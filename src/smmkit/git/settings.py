"""The few settings that decide how files are compared; of all others nothing is known to git here."""

from __future__ import annotations

import os
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.git import plain, process
from smmkit.words import harmless, say

TRUTH = frozenset({"true", "false", "yes", "no", "on", "off", "1", "0"})
COMPARING = {
    "core.autocrlf": TRUTH | {"input"},
    "core.checkstat": frozenset({"default", "minimal"}),
    "core.eol": frozenset({"lf", "crlf", "native"}),
    "core.filemode": TRUTH,
    "core.ignorecase": TRUTH,
    "core.precomposeunicode": TRUTH,
    "core.sparsecheckout": TRUTH,
    "core.sparsecheckoutcone": TRUTH,
    "core.symlinks": TRUTH,
    "core.trustctime": TRUTH,
    "extensions.objectformat": frozenset({"sha1", "sha256"}),
    "extensions.refstorage": frozenset({"files", "reftable"}),
}
"""Each setting that is kept, and what it may be. None of them names a program or a file."""

OF_READER = frozenset({"core.autocrlf", "core.eol", "core.excludesfile", "core.symlinks"})
"""What counts of the reader's own settings where the repository says nothing."""


def settings_in(top: Path, own: Path, common: Path) -> dict[str, str]:
    """What the repository of a folder says in its own two files; what these include is not read.

    Raises:
        SmmError: they cannot be read.
    """
    found: dict[str, str] = {}
    for file in (common / "config", own / "config.worktree"):
        data = plain.read(file)
        if data:
            words = ("config", "--no-includes", "--file", "-", "--null", "--list")
            answer = process.run(words, common, {"GIT_DIR": str(file / "none")}, top, data)
            if answer.code:
                raise SmmError(
                    say(
                        "{path} cannot be read ({said}); mend it, or clone the repository anew",
                        path=str(file),
                        said=harmless(answer.said.strip()),
                    )
                )
            found |= listed(answer.out)
    return found


def settings_of_reader(top: Path, empty: Path) -> dict[str, str]:
    """What the person who calls has set for all repositories; nothing where it cannot be read."""
    words = ("config", "--includes", "--null", "--list")
    answer = process.run(words, empty, {"GIT_DIR": str(empty), **process.readers()}, top)
    found = listed(answer.out) if answer.code == 0 else {}
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path("~/.config").expanduser())
    found.setdefault("core.excludesfile", str(home / "git" / "ignore"))
    return {name: value for name, value in found.items() if name in OF_READER}


def is_allowed(top: Path) -> bool:
    """Whether the reader has told git that this repository may belong to another user."""
    words = ("config", "--includes", "--null", "--get-all", "safe.directory")
    answer = process.run(words, top.parent, {"GIT_DIR": os.devnull, **process.readers()}, top)
    named = answer.out.decode("utf-8", "replace").split("\0")
    return "*" in named or str(top) in map(os.path.expanduser, named)


def without_hooks(top: Path, own: Path) -> dict[str, str]:
    """The variables by which git runs no program that the settings of a repository name as a hook.

    Why: since 2.54 git takes hooks from settings, wherever `core.hooksPath` points. What the settings
    include counts, too.
    """
    words = ("config", "--includes", "--null", "--name-only", "--get-regexp", r"^hook\.")
    closed = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    answer = process.run(words, top, {"GIT_DIR": str(own), **closed}, top)
    keys = answer.out.decode("utf-8", "surrogateescape").split("\0")
    names = {key.rpartition(".")[0] for key in keys if key.count(".") > 1}
    off = [f"{name}.enabled" for name in sorted(names | {"hook.reference-transaction"})]
    variables = {"GIT_CONFIG_COUNT": str(len(off))}
    for number, key in enumerate(off):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": "false"}
    return variables


def listed(out: bytes) -> dict[str, str]:
    """Settings as `git config --list --null` writes them, the last of a name last."""
    entries = (entry.partition("\n") for entry in out.decode("utf-8", "replace").split("\0"))
    return {name.lower(): value if sep else "true" for name, sep, value in entries if name}


def written(settings: dict[str, str]) -> str:
    """A file of settings with those alone that decide how files are compared."""
    kept = {name: settings[name].lower() for name in COMPARING if name in settings}
    kept = {name: value for name, value in kept.items() if value in COMPARING[name]}
    version = int(any(name.startswith("extensions.") for name in kept))
    lines = {
        **kept,
        "core.repositoryformatversion": str(version),
        "core.bare": "false",
        "core.longpaths": "true",
        "core.untrackedcache": "false",
    }
    ignoring = settings.get("core.excludesfile", "")
    if ignoring.isprintable() and ignoring:
        path = str(Path(ignoring).expanduser())
        lines["core.excludesfile"] = '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "".join(
        f"[{section}]\n\t{name} = {value}\n"
        for section, _, name, value in (
            (*key.partition("."), value) for key, value in lines.items()
        )
    )
