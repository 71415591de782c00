"""smm bundle: open, choose, check, assemble, seal; 1 if faults block it.

The day is the submission's: no byte depends on the clock.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.console.bundle_options import (
    Age,
    Allow,
    Asked,
    Check,
    Letter,
    Parts,
    Place,
    Sign,
    Since,
)
from smmkit.console.language import reader
from smmkit.console.mending import refuse_half, sweep
from smmkit.console.opening import Opened, opened, root_of
from smmkit.console.options import PAGE_FORMS, Folder, Lang, PageForm
from smmkit.console.output import (
    OTHERS,
    coloured,
    followed,
    form_of,
    show,
    show_lines,
    show_progress,
    show_report,
    suffix_of,
)
from smmkit.console.passwords import Encrypt, PasswordFile, to_make, to_open
from smmkit.console.screening import is_clear, looked_through
from smmkit.console.streams import complain
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.few import FEW
from smmkit.words import Language, say

if TYPE_CHECKING:
    from smmkit.bundle.beside import Beside
    from smmkit.bundle.making import Making
    from smmkit.bundle.stops import Stop

MAKES_NONE = say(
    "--sign, --letter, --parts, --encrypt and --age are for a bundle, and --check makes none"
)


@verb("bundle", Purpose.SENDING, order=2)
def command(
    output: Place = None,
    folder: Folder = Path(),
    submission: Asked = None,
    since: Since = None,
    allow: Allow = None,
    check: Check = False,
    sign: Sign = None,
    letter: Letter = None,
    parts: Parts = None,
    encrypt: Encrypt = False,
    password_file: PasswordFile = None,
    age: Age = None,
    form: PageForm = None,
    lang: Lang = None,
) -> int:
    """Make the bundle of an off-site submission."""
    from smmkit.bundle.beside import Beside
    from smmkit.bundle.making import begun
    from smmkit.bundle.since import earlier
    from smmkit.bundle.submission import refuse_empty

    drawn_as = form_of(form, output, PAGE_FORMS) if check else ""
    if not check:
        output = check_place(output, form)
        secret = to_make(
            encrypt, None if since and not encrypt else password_file, root_of(folder), reader(lang)
        )
        wanted = Beside.of(output.absolute(), sign, letter, parts, secret, age)
    elif sign or letter or parts or encrypt or age or (password_file and not since):
        raise SmmError(MAKES_NONE)
    before = earlier(since, to_open(password_file, since)) if since else None
    refuse_half(root_of(folder))
    found = opened(folder, steady=True)
    making = begun(found.root, found.qms, submission, allow or (), before)
    speech = reader(lang, making.qms)
    outside = Opened(found.root, making.qms)
    if check:
        return show_check(outside, making, drawn_as, output, speech)
    if making.errors or making.standard is None:
        show_errors(outside, making, speech)
        stopped(making.stopping, speech)
        return 1
    refuse_empty(making.selection)
    stops = output is None or stopped(making.stopping, speech)
    if stops or output is None or not is_clear(outside, making.selection, speech):
        return 1
    return make(found.root, making, wanted, output, speech)


def make(root: Path, making: Making, wanted: Beside, output: Path, speech: Language) -> int:
    """Set everything, hold it against what must be in it, and write it."""
    from smmkit import git
    from smmkit.analyses.leaving.submissions import language_of
    from smmkit.bundle.bag import write
    from smmkit.bundle.instructions import instructions
    from smmkit.bundle.names import MAX_TOP, safe_part
    from smmkit.bundle.saying import summary
    from smmkit.bundle.submission import bag_info
    from smmkit.typesetting.press import pressing
    from smmkit.writing import drafted_together

    selection, asked = making.selection, making.selection.submission
    secret = wanted.password()

    def progress(done: int, total: int) -> None:
        show_progress(
            speech.say(say("{done} of {total} documents are set", done=done, total=total))
        )

    with pressing():
        payload = making.payload(progress)
    show_progress("")
    if stopped(making.stopping, speech):
        return 1
    top = safe_part(asked.id, MAX_TOP)
    info = bag_info(making.qms, asked, making.commit)
    written = language_of(making.qms, asked)
    info += [("Accepted", written.say(one)) for one in making.reasons]
    with drafted_together(wanted.bundle.parent) as room:
        draft = room / output.name
        identity = write(draft, payload, info, {"VERIFY.txt": instructions(written)}, top, secret)
        beside = [*wanted.made(draft, making, identity, top, written)]
    owner = git.told_of_owner(root)
    passed = making.reasons
    lines: list[object] = [*passed[:FEW]]
    if passed[FEW:]:
        lines.append(say("and {n} more; the letter in the bundle names all", n=len(passed) - FEW))
    lines += summary(output, selection, making.commit, identity)
    lines += beside
    show_lines([*lines, *([owner] if owner else [])], speech)
    return 0


def stopped(stops: list[Stop], speech: Language) -> bool:
    """Whether something still stops it, which is told with the word that lets it pass."""
    for stop in stops[:FEW]:
        complain(speech.say(say("{word}: {what}", word=stop.gate.value, what=stop.said)))
    if stops[FEW:]:
        complain(
            speech.say(say("and {n} more; `smm bundle --check` names all", n=len(stops) - FEW))
        )
    if stops:
        told = say(
            "No bundle was made: mend these; or let one pass, and its reader is told why: "
            "--allow {word}=REASON",
            word=stops[0].gate.value,
        )
        complain(speech.say(told))
    return bool(stops)


def show_check(
    found: Opened, making: Making, form: str, output: Path | None, speech: Language
) -> int:
    """Show what stops it, and how complete it is; 1 if something does."""
    from smmkit.bundle.submission import refuse_empty
    from smmkit.typesetting.press import pressing

    if making.standard is None:
        return show_errors(found, making, speech)
    with pressing():
        making.payload()  # only a whole one has its size
    screen = looked_through(found, making.selection, speech)
    unread = show_report(found, making.completeness(screen), form, output, speech.code)
    if not making.errors:
        refuse_empty(making.selection)
    stops = making.errors or making.stopping
    return int(bool(unread or stops or not is_clear(found, making.selection, speech, screen)))


def check_place(output: Path | None, form: str | None) -> Path:
    """See that a bundle is not called what it is not, and that nothing is there yet.

    Raises:
        SmmError: no place is named, its name ends as that of something else, or something is there.
    """
    from smmkit.bundle.bag import check_free

    if output is None:
        raise SmmError(say("name the place of the bundle: --output submission.zip"))
    if form is not None:
        raise SmmError(say("--format is for --check; a bundle has its own files"))
    followed(output)
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
    return output


def show_errors(found: Opened, making: Making, speech: Language) -> int:
    """Show what blocks of what is sent, and what to do; nothing was written."""
    from smmkit.diagnostics import Checked, Surroundings, render
    from smmkit.rules import rules

    qms = found.qms
    sent, errors = len(making.selection.chosen), tuple(making.errors)
    checked = Checked(found.root, qms.as_of, found.count, sent, errors, rules())
    show(render("text", checked, speech, Surroundings(Path.cwd(), found.root, coloured())))
    said = say(
        "No bundle was made: mend these, or leave the documents out with a reason (`leave_out:`)."
    )
    complain(speech.say(said))
    return 1
