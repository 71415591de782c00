"""One rule asked of a QMS, or of documents of it; a rule that fails is a problem like others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from smmkit.analyses.texts.unfilled import blank_in
from smmkit.documents import KINDS, Information, class_of
from smmkit.errors import reason
from smmkit.layout import HOME
from smmkit.model.part import Part
from smmkit.problem import Problem, Rule, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Check
from smmkit.words import Message, say

CRASHED = Rule(
    "SMM999",
    "rule-failed",
    Severity.ERROR,
    """Every rule can be asked of every QMS.

    Why: a rule that fails is a fault of smmkit, not of the QMS; the others are asked all the same,
    and the command leaves with 3.
    """,
)

HINDERED = Rule(
    "SMM998",
    "rule-hindered",
    Severity.ERROR,
    """What a rule needs to read can be read.

    Why: where the disk or the system refuses, the rule has not seen all that it has to judge, so what
    it does not complain of is not thereby in order.
    """,
)


def ask(
    check: Check,
    settings: Mapping[str, Part],
    qms: Qms,
    documents: Iterable[Information | None] = (None,),
) -> Iterator[tuple[Rule, Problem]]:
    """What one rule says of a QMS, or of documents of it; a rule that fails is a problem, too.

    Why: most rules say nothing of most documents, so what is done for each of them is kept short.
    """
    own = (settings[check.rule.code],) if check.settings else ()
    known = qms.fact(told_before).get(check.rule.code)
    for document in documents:
        if known and document and document.path in known:
            yield from ((check.rule, problem) for problem in known[document.path])
            continue
        try:
            found = check.look(document, qms, *own) if document else check.look(qms, *own)
            for problem in found:
                if not (check.filled and is_begun(problem.path, qms)):
                    yield check.rule, problem
        except OSError as error:
            yield HINDERED, about(document_before(error, document or qms), unseen_by(check, error))
        except Exception as error:  # noqa: BLE001 - one rule that fails must not silence the others
            yield CRASHED, about(document_before(error, document or qms), failed(check, error))


def sees_all(check: Check, qms: Qms) -> bool:
    """Whether all could be read that the rule has to see; a file of no known kind may be anything."""
    return not check.whole or not any(issubclass(one, check.whole) for one in qms.fact(unread))


def unread(qms: Qms) -> frozenset[type[Information]]:
    """The types of the documents that could not be read."""
    kinds = {stub.kind for stub in qms.stubs}
    return frozenset(map(class_of, KINDS if kinds - KINDS.keys() else kinds))


def told_before(_: Qms) -> Mapping[str, Mapping[str, Sequence[Problem]]]:
    """What rules, by code, said of documents, by path, that need not be asked again: of none.

    Why: a folder that is tried again and again differs in one document; see `drill`.
    """
    return {}


def unseen_by(check: Check, error: OSError) -> Message:
    """That a rule could not read what it needs."""
    return say(
        "rule {code} cannot see all that it needs: {reason}",
        code=check.rule.code,
        reason=reason(error),
    )


def failed(check: Check, error: Exception) -> Message:
    """That a rule failed."""
    return say(
        "rule {code} failed ({error}); this is a fault of smmkit",
        code=check.rule.code,
        error=f"{type(error).__name__}: {error}",
    )


def about(document: Information | None, message: Message) -> Problem:
    """A problem of a document as a whole; of the QMS, where there is none."""
    if document is None:
        return Problem(HOME, (), message)
    return Problem(document.path, (), message, None, document.id)


def document_before(error: Exception, seen: object) -> Information | None:
    """The document that a rule was looking at when it failed; None where that cannot be told.

    Why: a rule of the whole QMS looks at one document after the other, and the name of the one that it
    fails at is what is needed to find the fault, and to go on without it.
    """
    if isinstance(seen, Information):
        return seen
    found, step = None, error.__traceback__
    while step:
        for value in step.tb_frame.f_locals.values():
            if isinstance(value, Information):
                found = value
        step = step.tb_next
    return found


def is_begun(path: str, qms: Qms) -> bool:
    """Whether a blank of its form is left in the document of this path."""
    document = qms.fact(by_path).get(path)
    return document is not None and blank_in(document) is not None


def by_path(qms: Qms) -> dict[str, Information]:
    """Every document, by its path."""
    return {document.path: document for document in qms.documents}
