"""smm publish: choose what is in force for these readers, look it through, set it, lay it down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.mending import sweep
from smmkit.console.opening import opened
from smmkit.console.options import AsOf, Folder, Lang
from smmkit.console.output import show_lines, show_progress
from smmkit.console.streams import complain
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.few import FEW
from smmkit.layout import has_home
from smmkit.words import Language, say

if TYPE_CHECKING:
    from smmkit.analyses.leaving.publication import Publication
    from smmkit.qms import Qms


Place = Annotated[
    Path, Argument(metavar="PATH", help="Where the site is made: a folder of its own.")
]
For = Annotated[
    Literal["staff", "public"],
    Option(help="For whom: the staff, or citizens (service standards, survey, complaints)."),
]
Classes = Annotated[
    list[str] | None,
    Option("--class", metavar="CLASS", help="Show the staff this class, too, which may not leave."),
]
LeftOut = Annotated[
    list[str] | None, Option("--leave-out", metavar="ID", help="Do not publish this document.")
]


@verb("publish", Purpose.SENDING, order=5)
def command(
    path: Place,
    folder: Folder = Path(),
    profile: For = "staff",
    classes: Classes = None,
    left_out: LeftOut = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Make a static site of what is in force: an index with search, a page and a PDF of each document."""
    from smmkit import git
    from smmkit.analyses.leaving.publication import Profile, publication
    from smmkit.bundle.site import check_place, files, laid_down
    from smmkit.typesetting.press import pressing

    check_outside(path)
    check_place(path.absolute())
    found = opened(folder, as_of=as_of, steady=True)
    speech = reader(lang, found.qms)
    check_names(found.qms, profile, classes or [], left_out or [])
    shown = publication(found.qms, Profile(profile), classes or (), left_out or ())
    if not shown.chosen:
        raise SmmError(
            say(
                "nothing would be published: no document for these readers is in force and has a class "
                "with `outside: true`"
            )
        )
    if found.qms.stubs or held_back(shown, speech) or unseen(shown, speech):
        for stub in found.qms.stubs[:FEW]:
            complain(speech.say(say("{path} cannot be read; first: smm validate", path=stub.path)))
        return 1

    def progress(done: int, total: int) -> None:
        show_progress(
            speech.say(say("{done} of {total} documents are set", done=done, total=total))
        )

    with pressing():
        made = files(shown, speech, git.origin_of(found.root), progress)
    show_progress("")
    laid_down(path, made)
    show_lines(list(summary(path, shown)), speech)
    return 0


def check_outside(path: Path) -> None:
    """See that the site does not come into a QMS.

    Raises:
        SmmError: it would.
    """
    full = path.absolute().resolve()
    if any(has_home(one) for one in (full, *full.parents)):
        raise SmmError(say("{path} lies in a QMS; name a place outside of it", path=str(path)))
    sweep(full.parent)


def check_names(qms: Qms, profile: str, classes: list[str], left_out: list[str]) -> None:
    """See that classes and documents are there.

    Raises:
        SmmError: one is not, or citizens would be shown what may not leave.
    """
    from smmkit.analyses.references.nearest import why_missing
    from smmkit.documents.settings import Class

    if classes and profile == "public":
        raise SmmError(say("--class is for the staff; citizens see what may leave, and no more"))
    for id_ in (*(one for one in classes if qms.get(one, Class) is None), *left_out):
        if id_ in classes or id_ not in qms.homes:
            raise SmmError(why_missing(id_, qms))


def held_back(shown: Publication, speech: Language) -> bool:
    """Whether personal data stand in what would be published, which is told."""
    traces = shown.traces
    for trace in traces[:FEW]:
        told = say(
            "{path}: {place}: {data}: {hint}",
            path=trace.path,
            place=trace.where,
            data=trace.kind.label,
            hint=trace.shown,
        )
        complain(speech.say(told))
    if traces[FEW:]:
        complain(speech.say(say("and {n} more", n=len(traces) - FEW)))
    if traces:
        said = say(
            "No site was made, because of these personal data: take them out, or leave the document out: "
            "--leave-out {id}",
            id=traces[0].document,
        )
        complain(speech.say(said))
    return bool(traces)


def unseen(shown: Publication, speech: Language) -> bool:
    """Whether a picture that nobody has looked at would be shown, which is told."""
    pictures = list(shown.unseen)
    for path, id_, fingerprint in pictures[:FEW]:
        told = say(
            "{path} on the page of {id} is a picture, and nobody has looked whether it shows personal data: "
            "write who did into a submission (`seen:`, fingerprint {fingerprint}), or --leave-out {id}",
            path=path,
            id=id_,
            fingerprint=fingerprint,
        )
        complain(speech.say(told))
    if pictures[FEW:]:
        complain(speech.say(say("and {n} more", n=len(pictures) - FEW)))
    return bool(pictures)


def summary(path: Path, shown: Publication) -> list[object]:
    """What was made, and what is not in it."""
    from smmkit.analyses.leaving.publication import Profile
    from smmkit.documents.services import ServiceStandard

    lines: list[object] = [
        say(
            "{path}: {n} documents; open index.html, or hand the folder to a web server",
            path=str(path),
            n=len(shown.chosen),
        )
    ]
    is_told = any(isinstance(one.document, ServiceStandard) for one in shown.chosen)
    if shown.profile is Profile.PUBLIC and not is_told:
        lines.append(
            say(
                "No service standard is in force, so citizens are told neither what is promised nor where to "
                "complain: smm new service-standard"
            )
        )
    lines += [
        say("{id} is not published: {reason}", id=one.document.id, reason=one.reason)
        for one in shown.kept[:FEW]
    ]
    if shown.kept[FEW:]:
        lines.append(say("and {n} more", n=len(shown.kept) - FEW))
    return lines
