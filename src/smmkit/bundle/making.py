"""A bundle on its way: what is chosen, what stops it, what is set."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from smmkit import git
from smmkit.analyses.leaving.bundles import Side
from smmkit.analyses.leaving.clause_answers import clause_answers
from smmkit.analyses.leaving.screening import Screen
from smmkit.analyses.leaving.selection import Selection, select
from smmkit.analyses.leaving.submissions import language_of
from smmkit.analyses.organization.wishes import is_wished
from smmkit.analyses.privacy.confidentiality import for_outside
from smmkit.bundle.bag import Content
from smmkit.bundle.contents import Progress, contents, sheets
from smmkit.bundle.found_again import lost_texts
from smmkit.bundle.manifest import named
from smmkit.bundle.since import beyond
from smmkit.bundle.stops import (
    Gate,
    Stop,
    allowed_of,
    printed_reasons,
    stopping,
    stops_before,
    too_large,
    uncommitted,
)
from smmkit.bundle.submission import blocking_errors, submission_to_send
from smmkit.documents.submission import Submission
from smmkit.git import Origin
from smmkit.git.cleanliness import untracked
from smmkit.problem import Diagnostic
from smmkit.qms import Qms
from smmkit.reports.completeness import Completeness, Hindrance
from smmkit.rules.submission.mandatory_document_not_sent import WANTED
from smmkit.standards import Standard
from smmkit.words import Message, say


@dataclass(slots=True)
class Making:
    """A submission, what is chosen for it, and what stops it so far."""

    qms: Qms
    selection: Selection
    standard: Standard | None
    commit: Origin
    errors: list[Diagnostic]
    stops: list[Stop]
    allowed: Mapping[Gate, str]
    before: Side | None = None
    _pdfs: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        qms: Qms,
        asked: Submission,
        commit: Origin,
        allowed: Mapping[Gate, str],
        unkept: Collection[str] = (),
        before: Side | None = None,
    ) -> Making:
        """What is known of a submission before anything is set; `unkept` are files that no commit has.

        `before` is an earlier bundle to which this one only adds.
        """
        selection = select(qms, asked)
        if before:
            selection = beyond(qms, selection, before)
        return cls(
            qms,
            selection,
            qms.standard(asked.standard),
            commit,
            blocking_errors(qms, selection),
            [*stops_before(qms, selection, commit), *uncommitted(qms, selection, unkept)],
            allowed,
            before,
        )

    @property
    def stopping(self) -> list[Stop]:
        """What stops it and was not let pass."""
        return stopping(self.stops, self.allowed)

    @property
    def reasons(self) -> tuple[Message, ...]:
        """What was let pass and why, and to what this bundle only adds."""
        passed = printed_reasons(self.stops, self.allowed)
        if self.before is None:
            return passed
        adds = say(
            "This bundle adds to {id} (identity {identity}): what was sent then and has not changed is "
            "named, and not sent again.",
            id=self.before.submission,
            identity=self.before.identity,
        )
        return (adds, *passed)

    def look_at_sheets(self, progress: Progress) -> None:
        """Set every document, and see that its sheet shows what it says."""
        speech = language_of(self.qms, self.selection.submission)
        files = named(self.selection).files
        sent = self.selection.chosen
        self._pdfs = dict(sheets(self.qms, sent, speech, self.commit, progress, files))
        for chosen in self.selection.chosen:
            self.stops += lost_texts(chosen, self._pdfs[chosen.document.id])

    def payload(self, progress: Progress = lambda _, __: None) -> dict[str, Content]:
        """Every file of the bundle; what is found wrong with it is added to what stops it."""
        assert self.standard is not None  # noqa: S101 - asked before
        self.look_at_sheets(progress)
        if self.stopping or self.errors or not self.selection.chosen:
            return {}
        made = contents(
            self.qms, self.selection, self.standard, self.commit, self._pdfs, self.reasons
        )
        self.stops += too_large(sum(map(size, made.values())))
        return made

    def completeness(self, screen: Screen) -> Completeness:
        """What a person asks who only wants to know."""
        assert self.standard is not None  # noqa: S101
        faults = [
            Hindrance(
                "",
                say(
                    "{code} in {path}: {message}",
                    code=d.rule.code,
                    path=d.at.path,
                    message=d.problem.message,
                ),
            )
            for d in self.errors
        ]
        empty = [] if self.selection.chosen else [Hindrance("", say("no document may leave"))]
        stops = [Hindrance(s.gate.value, s.said, self.allowed.get(s.gate, "")) for s in self.stops]
        return Completeness(
            self.qms,
            self.selection,
            self.standard,
            clause_answers(self.qms, self.selection, self.standard),
            (*faults, *empty, *stops, *private(screen)),
            WANTED if is_wished(self.qms, "list-of-samples") else (),
        )


def begun(
    root: Path, qms: Qms, submission: str | None, allow: Iterable[str], before: Side | None
) -> Making:
    """What is known of a bundle before anything is set; without a submission, the only unsent one is meant.

    Raises:
        SmmError: there is no such submission, or a reason to let something pass says nothing.
    """
    asked = submission_to_send(qms, submission)
    shown = for_outside(qms, asked)
    commit = git.commit_of(root)
    unkept = untracked(root) if isinstance(commit, git.Commit) else frozenset[str]()
    return Making.of(shown, asked, commit, allowed_of(allow, shown), unkept, before)


def private(screen: Screen) -> Iterator[Hindrance]:
    """What looking through for personal data leaves to a person."""
    if screen.open:
        said = say(
            "personal data that nobody has accepted: {n}; see smm screen", n=len(screen.open)
        )
        yield Hindrance("", said)
    if screen.unseen:
        said = say(
            "files that somebody has to look at first: {n}; see smm screen", n=len(screen.unseen)
        )
        yield Hindrance("", said)


def size(content: Content) -> int:
    """How many bytes a file has."""
    return len(content if isinstance(content, bytes) else content())
