"""smm bundle: open, choose, check, assemble, seal; 1 if faults block it.

The day is the submission's: no byte depends on the clock.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Option

from smmkit.console.language import reader
from smmkit.console.lookup import why_missing
from smmkit.console.opening import Opened, opened
from smmkit.console.options import Folder, Lang
from smmkit.console.output import coloured, show, show_lines, show_progress
from smmkit.console.verb import verb
from smmkit.errors import SmmError
from smmkit.layout import HOME
from smmkit.words import Language, Message, say

if TYPE_CHECKING:
    from smmkit.analyses.selection import Selection
    from smmkit.documents.submission import Submission
    from smmkit.git import Commit
    from smmkit.problem import Diagnostic


@verb("bundle")
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
    from smmkit.analyses.selection import select
    from smmkit.bundle.bag import check_free, write
    from smmkit.bundle.contents import contents
    from smmkit.bundle.instructions import instructions

    check_free(output.absolute(), output.suffix.lower() == ".zip")
    found = opened(folder)
    asked = chosen_submission(found, submission)
    qms = found.qms.on(asked.date)
    speech = reader(lang, qms)
    standard = qms.standard(asked.standard)
    selection = select(qms, asked)
    faults = blocking(Opened(found.root, qms), selection)
    if faults or standard is None:
        return refused(Opened(found.root, qms), faults, speech)
    if not selection.chosen:
        raise SmmError(nothing_to_send(selection))
    commit = git.commit_of(found.root)

    def progress(done: int, total: int) -> None:
        show_progress(
            speech.say(say("{done} of {total} documents are set", done=done, total=total))
        )

    payload = contents(qms, selection, standard, commit, progress)
    show_progress("")
    info = bag_info(found, asked, commit)
    identity = write(output, payload, info, {"VERIFY.txt": instructions()})
    show_lines(summary(output, selection, commit, identity), speech)
    return 0


def chosen_submission(found: Opened, id: str | None) -> Submission:
    """The submission that is asked for, or the only one that was not sent yet.

    Raises:
        SmmError: there is no such submission, none to send, or more than one.
    """
    from smmkit.documents.submission import Submission

    if id is not None:
        asked = found.qms.get(id, Submission)
        if asked is None:
            raise SmmError(
                say("{id} is no submission", id=id)
                if id in found.qms.things
                else why_missing(id, found.qms)
            )
        return asked
    unsent = [s for s in found.qms.of(Submission) if s.sent is None]
    if not unsent:
        raise SmmError(
            say("there is no submission that is still to be sent; `smm new submission` writes one")
        )
    if len(unsent) > 1:
        ids = [s.id for s in unsent]
        raise SmmError(
            say(
                "several submissions are still to be sent; choose one with --submission: {ids}",
                ids=ids,
            )
        )
    return unsent[0]


def blocking(found: Opened, selection: Selection) -> list[Diagnostic]:
    """The errors that block: in what is meant to go, in qms.yaml, in what could not be read."""
    from smmkit.analyses.unfilled import blank_in
    from smmkit.problem import Diagnostic, Severity
    from smmkit.rules import examine
    from smmkit.rules.control.still_to_be_filled_in import still_to_be_filled_in, unfilled

    qms = found.qms
    paths = {chosen.current.path for chosen in selection.chosen}
    paths |= {stub.path for stub in qms.stubs} | {selection.submission.path, HOME}
    paths |= {omitted.document.path for omitted in selection.omitted if omitted.unready}
    ids = {chosen.document.id for chosen in selection.chosen}
    errors = [
        d
        for d in examine(qms)
        if d.rule.severity is Severity.ERROR and (d.at.path in paths or d.problem.document in ids)
    ]
    meant = [selection.submission, *(chosen.document for chosen in selection.chosen)]
    unready = [
        Diagnostic(still_to_be_filled_in.rule, blank.at, unfilled(blank))
        for blank in map(blank_in, meant)
        if blank
    ]
    told = {(d.rule.code, d.at.path) for d in errors}
    return sorted(
        errors + [d for d in unready if (d.rule.code, d.at.path) not in told],
        key=lambda diagnostic: diagnostic.order,
    )


def nothing_to_send(selection: Selection) -> Message:
    """Why a bundle would be empty, and what to do."""
    return say(
        "no document may leave, so there is nothing to send: {n} are left out; a document leaves when it "
        "is approved (`smm approve`) and has a class of qms.yaml with `outside: true`",
        n=len(selection.omitted),
    )


def refused(found: Opened, faults: list[Diagnostic], speech: Language) -> int:
    """Show what blocks, and what to do; nothing was written."""
    from smmkit.diagnostics import Checked, Surroundings, told
    from smmkit.rules import rules

    qms = found.qms
    checked = Checked(
        found.root, qms.as_of, found.count, len(qms.documents), tuple(faults), rules()
    )
    show(told("text", checked, speech, Surroundings(Path.cwd(), found.root, coloured())))
    said = say(
        "No bundle was made: mend these, or leave the documents out with a reason (`leave_out:`)."
    )
    typer.echo(speech.say(said), err=True)
    return 1


def bag_info(found: Opened, asked: Submission, commit: Commit | None) -> list[tuple[str, str]]:
    """The lines of bag-info.txt: who, what, when (the day of the submission), from which commit."""
    from smmkit import __version__

    settings = found.qms.settings
    lines = [
        ("Source-Organization", settings.organization.name if settings else ""),
        ("External-Identifier", asked.id),
        ("External-Description", asked.title),
        ("Bagging-Date", asked.date.isoformat()),
        ("Bag-Software-Agent", f"smmkit {__version__}"),
    ]
    if commit:
        lines += [("Source-Commit", commit.id), ("Source-Clean", "yes" if commit.clean else "no")]
    return lines


def summary(
    output: Path, selection: Selection, commit: Commit | None, identity: str
) -> list[object]:
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
        lines.append(say("There is no git here, so the bundle names no commit."))
    elif not commit.clean:
        lines.append(say("The folder has changes that are not committed; the bundle says so."))
    lines.append(say("Check it with: smm verify {path}", path=str(output)))
    return lines
