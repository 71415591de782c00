"""smm bundle: open, choose, check, assemble, seal; 1 if faults block it.

The day is the submission's: no byte depends on the clock.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from smmkit.console.language import reader
from smmkit.console.mending import refuse_half, sweep
from smmkit.console.opening import Opened, opened, root_of
from smmkit.console.options import Folder, Lang
from smmkit.console.output import OTHERS, coloured, show, show_lines, show_progress, suffix_of
from smmkit.console.screening import is_clear
from smmkit.console.streams import complain
from smmkit.console.verb import verb
from smmkit.errors import SmmError
from smmkit.words import Language, Message, say

if TYPE_CHECKING:
    from smmkit.analyses.selection import Selection
    from smmkit.git import Commit, Origin
    from smmkit.problem import Diagnostic


@verb("bundle", order=110)
def command(
    output: Annotated[
        Path,
        Option(
            "--output",
            "-o",
            help="Where to make it: a zip if it ends in .zip, else a folder; nothing may be there yet.",
        ),
    ],
    folder: Folder = Path(),
    submission: Annotated[
        str | None, Option(metavar="ID", help="The submission; without it, the only unsent one.")
    ] = None,
    lang: Lang = None,
) -> int:
    """Make the bundle of an off-site submission."""
    from smmkit import git
    from smmkit.analyses.confidentiality import for_outside
    from smmkit.analyses.selection import select
    from smmkit.bundle.bag import write
    from smmkit.bundle.contents import contents
    from smmkit.bundle.instructions import instructions
    from smmkit.bundle.submission import bag_info, blocking_errors, submission_to_send, why_empty

    check_place(output)
    refuse_half(root_of(folder))
    found = opened(folder)
    asked = submission_to_send(found.qms, submission)
    qms = for_outside(found.qms, asked)
    speech = reader(lang, qms)
    standard = qms.standard(asked.standard)
    selection = select(qms, asked)
    errors = blocking_errors(qms, selection)
    if errors or standard is None:
        return show_errors(Opened(found.root, qms), errors, speech)
    if not selection.chosen:
        raise SmmError(why_empty(selection))
    if not is_clear(Opened(found.root, qms), selection, speech):
        return 1
    commit = git.commit_of(found.root)
    payload = contents(qms, selection, standard, commit, telling(speech))
    show_progress("")
    info = bag_info(qms, asked, commit)
    identity = write(output, payload, info, {"VERIFY.txt": instructions()})
    owner = git.told_of_owner(found.root)
    show_lines([*summary(output, selection, commit, identity), *([owner] if owner else [])], speech)
    return 0


def telling(speech: Language) -> Callable[[int, int], None]:
    """What tells how far the sheets are."""

    def progress(done: int, total: int) -> None:
        show_progress(
            speech.say(say("{done} of {total} documents are set", done=done, total=total))
        )

    return progress


def check_place(output: Path) -> None:
    """See that a bundle is not called what it is not, and that nothing is there yet.

    Raises:
        SmmError: its name ends as that of something else, or something is there.
    """
    from smmkit.bundle.bag import check_free

    sweep(output.absolute().parent)
    suffix = suffix_of(output)
    if suffix in OTHERS - {"zip"}:
        raise SmmError(
            say(
                "{path}: nothing that ends in {suffix} can be written here; possible: {possible}",
                path=str(output),
                suffix=f".{suffix}",
                possible=[".zip", say("a folder")],
            )
        )
    check_free(output.absolute(), suffix == "zip")


def show_errors(found: Opened, errors: list[Diagnostic], speech: Language) -> int:
    """Show what blocks, and what to do; nothing was written."""
    from smmkit.diagnostics import Checked, Surroundings, render
    from smmkit.rules import rules

    qms = found.qms
    checked = Checked(
        found.root, qms.as_of, found.count, len(qms.documents), tuple(errors), rules()
    )
    show(render("text", checked, speech, Surroundings(Path.cwd(), found.root, coloured())))
    said = say(
        "No bundle was made: mend these, or leave the documents out with a reason (`leave_out:`)."
    )
    complain(speech.say(said))
    return 1


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


def summary(output: Path, selection: Selection, commit: Origin, identity: str) -> list[object]:
    """What was made, in a few lines."""
    lines: list[object] = [
        say(
            "{path}: {n} documents, {m} left out with their reasons (00_index.pdf)",
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
    return lines
