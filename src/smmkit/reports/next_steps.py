"""What to do next, as a folder stands on the day: a few sentences, and commands to be copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smmkit.analyses.lifecycle.state import State, standings
from smmkit.analyses.organization.head import approvers
from smmkit.analyses.texts.unfilled import blanks
from smmkit.documents import Document
from smmkit.documents.submission import Submission
from smmkit.layout import HOME
from smmkit.loading.rules import OTHER_FORMAT
from smmkit.migrations import other_format, pending
from smmkit.new.placeholders import FILL_IN
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules import judged
from smmkit.words import Message, say, say_n

FEW = 3
"""So many files are named; of the rest only how many."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Where one stands, and the commands that lead on, each with what it does."""

    said: Message
    commands: tuple[tuple[str, Message], ...]


def next_steps(qms: Qms) -> Advice:
    """The first thing that stands in the way; where nothing does, what the folder is made for."""
    steps = (format_, faults, forms, approvals, assessment)
    found = (advice for step in steps if (advice := step(qms)))
    return next(found, None) or ready(qms)


def format_(qms: Qms) -> Advice | None:
    """The folder has another format."""
    if not any(rule is OTHER_FORMAT for rule, _ in qms.found):
        return None
    values = qms.sources[HOME].values
    said, hint = other_format(values) or (say("qms.yaml has faults; first: smm validate"), None)
    if hint and not pending(values):
        both = say("{message}: {hint}.", message=said, hint=hint)
        return Advice(both, (("smm --version", say("says which smmkit this is")),))
    lead = say("{message}.", message=said)
    return Advice(lead, (("smm migrate", say("shows what would change, and asks")),))


def faults(qms: Qms) -> Advice | None:
    """Something is wrong."""
    found, more = qms.fact(judged)
    errors = [d for d in found if d.rule.severity is Severity.ERROR]
    if not errors:
        return None
    said = say_n(
        "{n} fault was found: {files}.",
        "{n} faults were found: {files}.",
        len(errors) + sum(m.count for m in more if m.rule.severity is Severity.ERROR),
        files=few([error.at.path for error in errors]),
    )
    return Advice(said, (("smm validate", say("tells each with its place and what to do")),))


def forms(qms: Qms) -> Advice | None:
    """A form is not filled in yet."""
    files = [blank.document.path for blank in qms.fact(blanks)]
    if not files:
        return None
    speech = qms.settings.organization.language if qms.settings else "id"
    mark = FILL_IN.id if speech == "id" else FILL_IN.en
    said = say(
        "Some forms are not filled in yet; write in your editor what is marked {mark}: {files}.",
        mark=mark,
        files=few(files),
    )
    return Advice(said, (("smm validate", say("then tells whether all is well")),))


def approvals(qms: Qms) -> Advice | None:
    """Nothing has been approved."""
    found = qms.fact(standings)
    if any(standing.state is not State.DRAFT for standing in found.values()):
        return None
    drafts = sorted(qms.of(Document), key=lambda document: document.kind != "quality-policy")
    by = next(approvers(qms), None)
    if not drafts:
        said = say("There is no document yet that could be approved.")
        return Advice(said, (("smm new procedure", say("begins one")),))
    said = say("Nothing has been approved yet; what is no more than a draft proves nothing.")
    if by is None:
        command = ("smm new people", say("begins the register of people: who may approve"))
    else:
        doing = say("records that {person} approved it", person=by)
        command = (f"smm approve {drafts[0].id} --by {by}", doing)
    return Advice(said, (command, ("smm list", say("names all documents and their state"))))


def assessment(qms: Qms) -> Advice | None:
    """Nobody has compared the folder with the standard."""
    if any(document.kind == "gap-assessment" for document in qms.documents):
        return None
    said = say("No gap assessment has been made: nobody has yet gone through the clauses.")
    begin = ("smm new gap-assessment", say("begins one: every clause, not assessed yet"))
    return Advice(said, (begin, *drafts(qms)))


def ready(qms: Qms) -> Advice:
    """The folder stands; it can be looked at as a whole, and sent."""
    said = say("No fault stands in the way; these show the whole:")
    send = (
        ("smm bundle -o bundle.zip", say("makes what is sent to the certification body"))
        if any(submission.sent is None for submission in qms.of(Submission))
        else ("smm new submission", say("begins a submission to the certification body"))
    )
    report = (
        "smm gap-report -o gap.html",
        say("what is claimed, clause by clause, and what proved"),
    )
    return Advice(said, (report, send, *drafts(qms)))


def drafts(qms: Qms) -> Iterator[tuple[str, Message]]:
    """The command that names what is not approved, where there is such a document."""
    found = [id_ for id_, s in qms.fact(standings).items() if s.state is State.DRAFT]
    if found:
        said = say_n("{n} document is still a draft", "{n} documents are still drafts", len(found))
        yield "smm list --state draft", said


def few(paths: list[str]) -> Message | str:
    """Some files by their names, each once, and how many more there are."""
    known = list(dict.fromkeys(paths))
    if len(known) <= FEW:
        return ", ".join(known)
    return say("{files} and {n} more", files=", ".join(known[:FEW]), n=len(known) - FEW)
