"""What a person is told of a bundle that was made."""

from __future__ import annotations

from pathlib import Path

from smmkit.analyses.leaving.selection import Selection
from smmkit.analyses.leaving.submissions import grouped
from smmkit.git import Commit, Origin
from smmkit.words import Message, say


def summary(output: Path, selection: Selection, commit: Origin, identity: str) -> list[object]:
    """What was made, in a few lines, and what is to be written down when it is sent."""
    lines: list[object] = [
        say(
            "{path}: {n} documents, {m} left out with their reasons (open index.html)",
            path=str(output),
            n=len(selection.chosen),
            m=len(selection.omitted),
        ),
        say("Identity (SHA-512 of the tag manifest): {identity}", identity=identity),
    ]
    if commit is None:
        lines.append(say("The folder is in no git repository, so the bundle names no commit."))
    elif isinstance(commit, Message):
        lines.append(say("The bundle names no commit: {why}", why=commit))
    else:
        lines += commit_with_a_flaw(commit)
    lines.append(say("Check it with: smm verify {path}", path=str(output)))
    if not selection.submission.sent:
        lines += [
            say(
                "When it is sent, write into {path} on which day (`sent:`), and which bundle it was:",
                path=selection.submission.path,
            ),
            f"identity: {grouped(identity)}",
        ]
    return lines


def commit_with_a_flaw(commit: Commit) -> list[Message]:
    """What a person should know of the commit that the bundle names."""
    lines = []
    if not commit.clean:
        lines.append(say("The folder has changes that are not committed; the bundle says so."))
    if commit.cut:
        lines.append(
            say(
                "This clone is shallow: the commit {id} has all that was sent, but an earlier one may "
                "have made it. For the whole history: git fetch --unshallow",
                id=commit.id[:12],
            )
        )
    return lines
