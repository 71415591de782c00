"""smm verify: read every byte, name every fault; 1 if there is one or it is another bundle."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.options import DataForm, Lang
from smmkit.console.output import show, show_lines
from smmkit.console.passwords import PasswordFile, to_open
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import Message, say, say_n

if TYPE_CHECKING:
    from smmkit.bundle.signature import Signed
    from smmkit.bundle.verdict import Verdict


OF_ITSELF = {
    "Source-Organization": say("Sender"),
    "External-Identifier": say("Submission"),
    "External-Description": say("Title"),
    "Bagging-Date": say("Made on"),
    "Bag-Software-Agent": say("Made with"),
    "Accepted": say("Let through by the sender"),
}
"""What a bundle says of itself, in words for who does not know BagIt; of all else is said that it says so.

Why: a bundle of somebody else may say "Identity of this bundle", and is not to be believed.
"""

COUNTED = frozenset({"Payload-Oxum"})
"""What is for programs, and has been checked."""


@verb("verify", Purpose.SENDING, order=3)
def command(
    path: Annotated[Path, Argument(metavar="PATH")],
    identity: Annotated[
        str | None,
        Option(
            metavar="HASH",
            help="The identity that the letter names, whole or its first and last 16 digits; it is compared.",
        ),
    ] = None,
    signers: Annotated[
        Path | None,
        Option(
            "--allowed-signers",
            metavar="FILE",
            help="Whose signatures you trust (as of ssh-keygen); the one beside the bundle is checked.",
        ),
    ] = None,
    signature: Annotated[
        Path | None,
        Option(metavar="FILE", help="Where the signature lies; without it, beside the bundle."),
    ] = None,
    every: Annotated[
        bool, Option("--all", help="Show every fault, also where there are many of a kind.")
    ] = False,
    password_file: PasswordFile = None,
    form: DataForm = None,
    lang: Lang = None,
) -> int:
    """Check that a bundle is whole and unchanged."""
    from smmkit.bundle.parts import first_in
    from smmkit.bundle.verify import verify
    from smmkit.few import FEW
    from smmkit.serialized import serialized
    from smmkit.words.json_text import json_text

    path = first_in(path)
    expected = identity_of(identity) if identity is not None else ""
    verdict = verify(path, None if every else FEW, to_open(password_file, path))
    verdict = replace(verdict, expected=expected)
    if signers is not None:
        verdict = replace(verdict, signature=signed(path, signature, signers, verdict.listing))
    elif signature is not None:
        raise SmmError(say("name whose signatures you trust, too: --allowed-signers FILE"))
    if form == "json":
        show(json_text(serialized(verdict, reader(lang or "en"))))
    else:
        show_lines(lines(verdict), reader(lang))
    unsigned = verdict.signature is not None and verdict.signature.fault is not None
    wrong = not verdict.sound or verdict.as_expected is False or verdict.only_said
    return int(wrong or unsigned)


def signed(path: Path, signature: Path | None, signers: Path, listing: bytes) -> Signed:
    """What is known of the signature of a bundle.

    Raises:
        SmmError: there is none, or no ssh-keygen to check it.
    """
    from smmkit.bundle.parts import FIRST
    from smmkit.bundle.signature import beside, checked

    whole = path.with_suffix("") if path.suffix == FIRST else path
    place = signature or beside(whole.absolute())
    if not place.exists():
        raise SmmError(
            say("there is no signature at {path}; name it with --signature", path=str(place))
        )
    return checked(place, signers, listing)


def identity_of(text: str) -> str:
    """An identity as a person copies it from a letter: in letters large or small, in groups, or its two ends.

    Raises:
        SmmError: it is none.
    """
    from smmkit.analyses.leaving.submissions import bare, ends_of

    if not (found := bare(text) or ends_of(text)):
        n = len("".join(text.split()))
        why = say(
            "an identity has 128 digits from 0 to f; copy all, or the first and the last 16; this has {n} "
            "letters",
            n=n,
        )
        raise SmmError(why)
    return found


def lines(verdict: Verdict) -> list[object]:
    """The verdict for people: every fault, what the bundle says of itself, whether it is whole."""
    answer: list[object] = [
        say("{path}: {message}", path=fault.path, message=fault.message) for fault in verdict.faults
    ]
    answer += [
        say_n(
            "and {n} more like this: {message}; --all shows it",
            "and {n} more like this: {message}; --all shows them",
            n,
            message=next(fault.message for fault in verdict.faults if fault.kind is kind),
        )
        for kind, n in verdict.more.items()
    ]
    answer += [
        say("{path}: left there by a computer, no part of the bundle; it may be deleted", path=path)
        for path in verdict.strays
    ]
    answer += [
        say("{label}: {message}", label=OF_ITSELF[key], message=text)
        if key in OF_ITSELF
        else say("{path}: {message}", path="bag-info.txt", message=f"{key}: {text}")
        for key, text in verdict.lines
        if key not in COUNTED
    ]
    answer.append(whole(verdict) if verdict.sound else torn(verdict))
    if verdict.identity:
        answer.append(say("Identity of this bundle: {identity}", identity=verdict.identity))
    if verdict.as_expected is not None:
        answer.append(
            as_named(verdict)
            if verdict.as_expected
            else say(
                "This is NOT the bundle that you were told of: its identity is another. "
                "Ask the sender which of the two holds."
            )
        )
    if verdict.signature is not None:
        answer.append(
            verdict.signature.fault
            or say("Signed by {name}, by your list of signers.", name=verdict.signature.by)
        )
    return answer


def as_named(verdict: Verdict) -> Message:
    """That the identity is the one that was named, and how much of it was."""
    if verdict.expected == verdict.identity:
        return say("The identity is the one that you named.")
    return say("The identity begins and ends with the digits that you named.")


def whole(verdict: Verdict) -> Message:
    """That nothing is wrong, and what that does not say: anybody can make a whole bundle."""
    from smmkit.bundle.verify import OURS

    if not verdict.identity:
        return say_n(
            "{n} file, not changed by the list in the bundle; but the bundle has no identity "
            "(there is no {listing}), so nothing proves that the list itself was not changed. Whether it "
            "is whole, only the sender knows.",
            "{n} files, none changed by the list in the bundle; but the bundle has no identity "
            "(there is no {listing}), so nothing proves that the list itself was not changed. Whether it "
            "is whole, only the sender knows.",
            verdict.files,
            listing=OURS,
        )
    if verdict.as_expected is None:
        return say_n(
            "The bundle is whole: {n} file, not changed; compare this identity with the letter.",
            "The bundle is whole: {n} files, none changed; compare this identity with the letter.",
            verdict.files,
        )
    return say_n(
        "The bundle is whole: {n} file, not changed.",
        "The bundle is whole: {n} files, none changed.",
        verdict.files,
    )


def torn(verdict: Verdict) -> Message:
    """That something is wrong, or that nobody could look."""
    if verdict.locked:
        return say("Nothing was checked: the bundle is encrypted.")
    return say_n(
        "The bundle is NOT as it was made: {n} fault. Do not rely on it; ask the sender for it again.",
        "The bundle is NOT as it was made: {n} faults. Do not rely on it; ask the sender for it again.",
        verdict.count,
    )
