"""A new QMS that begins with the system of another, as drafts, and with none of its data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from smmkit.analyses.references.files import resolve
from smmkit.clone.anonymizing import Names, renamed
from smmkit.clone.home import rename_organization, replace_units
from smmkit.clone.renamings import history, place_in, renamings
from smmkit.clone.scope import WHOLE
from smmkit.clone.summary import Clone
from smmkit.clone.trimming import Surroundings, Trimmed, UnfitError, trimmed
from smmkit.documents import KINDS, Information, class_of
from smmkit.documents.references import references
from smmkit.documents.settings import Scale
from smmkit.errors import SmmError
from smmkit.files.tree import Memory
from smmkit.layout import HOME
from smmkit.loading.folder import load
from smmkit.location import SourceError
from smmkit.model.marks import FILE
from smmkit.new.placeholders import FILL_IN, days
from smmkit.new.qms import Answers, beside, first_file, of_answers, of_classes
from smmkit.new.values import blank_series
from smmkit.qms import Qms
from smmkit.rules import errors_of
from smmkit.words import Message, language, say
from smmkit.yaml_text.cuts import edited, without_comments
from smmkit.yaml_text.decoding import decoded
from smmkit.yaml_text.fences import FENCE
from smmkit.yaml_text.nodes import CannotCutError
from smmkit.yaml_text.source import split

PLAIN = (".txt", ".md", ".csv", ".html", ".yaml")
"""Files in which names can be replaced."""

ROUNDS = 20
"""More often nothing is cut anew: every round takes a document away."""


def clone_of(other: Qms, answers: Answers, lang: str, day: date, *, own_units: bool) -> Clone:
    """The files of a new QMS made from another.

    `own_units` says that the units are not those of the other.

    Raises:
        SmmError: its qms.yaml cannot be changed safely, or does not hold with the new answers.
    """
    return _Cloning(other, answers, lang, day, own_units).run()


class _Cloning:
    """The work of `clone_of`."""

    def __init__(self, other: Qms, answers: Answers, lang: str, day: date, own_units: bool) -> None:
        self.other, self.answers, self.lang, self.day = other, answers, lang, day
        self.own_units = own_units
        self.speech = language(lang)
        self.names = Names(dict(renamings(other, answers, self.speech.say(FILL_IN))))
        self.taken = {d.id: d for d in other.documents if d.is_system}
        self.reasons = dict(self.unreadable())
        self.moved: set[str] = set()
        self.history = history(())
        scales = (t for t in other.things.values() if isinstance(t, Scale))
        self.words = {scale.id: scale.words[0].word for scale in scales if scale.words}
        self.place = place_in(other.settings.organization) if other.settings else ""

    def unreadable(self) -> Iterator[tuple[str, Message]]:
        """Files of the other that could not be read, or not as what they say they are."""
        for stub in self.other.stubs:
            if not stub.kind or is_system(stub.kind):
                yield stub.path, say("it has faults")

    def run(self) -> Clone:
        for _ in range(ROUNDS):
            outcome = self.trim()
            self.history = history({*self.other.homes, *self.other.stub_of} - self.ids())
            files = self.files(outcome)
            wrong = self.wrong(files)
            if not wrong:
                break
            for name, why in wrong.items():
                if name in self.taken:
                    self.leave(name, why)
                else:
                    self.reasons[name] = why
        taken = Counter(d.kind for d in self.taken.values())
        behind = Counter(d.kind for d in self.other.documents if not d.is_system)
        stubs = (stub.kind for stub in self.other.stubs if stub.kind)
        behind += Counter(kind for kind in stubs if not is_system(kind))
        return Clone(files, dict(taken), dict(behind), self.reasons, list(self.advice(files)))

    def leave(self, id: str, why: Message) -> None:
        """Take a document away again.

        Raises:
            SmmError: it is qms.yaml.
        """
        document = self.taken.pop(id)
        if document.path == HOME:
            raise SmmError(say("{path}: {message}", path=HOME, message=why))
        self.reasons[document.path] = why

    def trim(self) -> dict[str, Trimmed]:
        """What stays of each document; once what is cut in one is cut from all that name it."""
        gone: set[str] = set()
        while True:
            known_ids = self.ids() - gone
            outcome, again = {}, False
            for id_, document in list(self.taken.items()):
                try:
                    outcome[id_] = trimmed(document, self.surroundings(document, known_ids))
                except UnfitError as error:
                    self.leave(id_, error.message)
                    again = True
                    continue
                lost = set(self.lost(document, outcome[id_])) - gone
                gone |= lost
                again = again or bool(lost)
            if not again:
                return outcome

    def ids(self) -> set[str]:
        """Everything with an id in the documents that are taken."""
        homes = self.other.homes.items()
        ids = {id_ for id_, (document, _) in homes if document.id in self.taken}
        if self.own_units:
            old = {u.id for u in self.other.settings.units} if self.other.settings else set()
            ids = (ids - old) | set(self.answers.units)
        return ids

    def lost(self, document: Information, outcome: Trimmed) -> Iterator[str]:
        """The ids of entries that are cut from a document."""
        for id_, (home, steps) in self.other.homes.items():
            cut = any(steps[: n + 1] in outcome.cuts for n in range(len(steps)))
            if home is document and steps and cut:
                yield id_

    def surroundings(self, document: Information, ids: set[str]) -> Surroundings:
        named = [name for _, name, mark in references(document) if mark is FILE]
        paths = {name: resolve(document, name) for name in named}
        there = {n: p for n, p in paths.items() if p in self.other.tree.paths()}
        return Surroundings(ids, self.answers.units, there, self.words, self.day.year, self.speech)

    def files(self, outcome: Mapping[str, Trimmed]) -> dict[str, str | bytes]:
        """Every file of the new QMS."""
        files: dict[str, str | bytes] = {}
        self.moved = set()
        for id_, document in list(self.taken.items()):
            result = outcome[id_]
            if document.path == HOME:
                rename_organization(document.source.values, result, self.answers, self.lang)
                if self.own_units:
                    replace_units(result, self.answers)
            try:
                files[document.path] = self.text(document, result)
            except (CannotCutError, SourceError):
                self.leave(
                    id_,
                    say("it is written in a way that cannot be changed safely; copy it by hand"),
                )
                continue
            self.moved |= result.moved
            for name in result.files:
                path = resolve(document, name)
                files[path] = self.copied(path)
            for name, frequency in result.series.items():
                files[resolve(document, name)] = blank_series(self.day.year, self.lang, frequency)
        for path in self.other.tree.paths():
            if path.startswith(WHOLE) and path not in self.reasons:
                files[path] = self.copied(path)
        classes = self.other.settings.classes if self.other.settings else ()
        values = days(self.day) | of_answers(self.answers)
        values |= of_classes((class_.id, class_.outside) for class_ in classes)
        taken = {*self.ids(), *self.answers.units}
        path, people = first_file("people", self.answers, self.lang, values, taken)
        return {**files, path: people, **beside(self.answers, self.lang)}

    def text(self, document: Information, result: Trimmed) -> str:
        """A document as a draft of the new agency."""
        text = decoded(document.path, self.other.tree.read(document.path))
        if not document.path.endswith(".md"):
            return self.front(document, text, result)
        front, prose, _ = split(document.path, text)
        closing = text[len(FENCE) + len(front) : len(text) - len(prose)]
        return FENCE + self.front(document, front, result) + closing + self.names.replaced_in(prose)

    def front(self, document: Information, text: str, result: Trimmed) -> str:
        new = edited(text, result.cuts, result.news)
        return renamed(without_comments(new, self.history), type(document), self.names)

    def copied(self, path: str) -> str | bytes:
        """A file as it is; with the new names, where it is text."""
        data = self.other.tree.read(path)
        if not path.endswith(PLAIN):
            return data
        try:
            return self.names.replaced_in(decoded(path, data))
        except SourceError:
            return data

    def wrong(self, files: Mapping[str, str | bytes]) -> dict[str, Message]:
        """Documents, by their ids, and other files that are wrong in the new QMS, and why.

        Raises:
            SmmError: something is wrong that leaving documents out cannot mend.
        """
        found: dict[str, Message] = {}
        qms = load(Memory(files), self.day, most=None)
        home = {document.path: id_ for id_, document in self.taken.items()}
        for problem in (one.problem for one in errors_of(qms)):
            id_ = home.get(problem.path) or problem.document
            if id_ not in self.taken and problem.path.startswith(WHOLE):
                found.setdefault(problem.path, problem.message)
                continue
            if id_ not in self.taken:
                path, message = problem.path, problem.message
                raise SmmError(say("{path}: {message}", path=path, message=message))
            found.setdefault(id_, problem.message)
        return found

    def advice(self, files: Mapping[str, str | bytes]) -> Iterator[Message]:
        """What a person should look at."""
        yield say(
            "Read every text: numbers, years and offices in it are those of the other agency."
        )
        if self.place and (paths := [p for p, text in files.items() if self.place in str(text)]):
            yield say("{text} still stands in: {paths}", text=self.place, paths=sorted(paths))
        if self.moved:
            yield say(
                "These units are no more, and {unit} stands in their place; look at each: {units}",
                unit=next(iter(self.answers.units)),
                units=sorted(self.moved),
            )
        whole = [path for path, data in files.items() if isinstance(data, bytes)]
        if whole:
            yield say("Taken as they are; look for names in them: {paths}", paths=sorted(whole))


def is_system(kind: str) -> bool:
    """Whether documents of this kind carry the system."""
    return kind in KINDS and class_of(kind).is_system
