"""Read a folder: every document of it, and what was wrong on the way in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from posixpath import basename

from pydantic import ValidationError

from smmkit.documents import KINDS, Information, class_of
from smmkit.documents.settings import Settings
from smmkit.errors import reason
from smmkit.few import FEW
from smmkit.files.tree import Tree
from smmkit.layout import DEFAULT_ZONE, HOME, ISSUED
from smmkit.loading.entering import Entering
from smmkit.loading.in_part import read_in_part
from smmkit.loading.kind_meant import kinds_called, unknown_kind
from smmkit.loading.recognizing import (
    NO_DOCUMENT,
    home_below,
    how_named,
    id_of_name,
    ids_at,
    ids_in_text,
    ids_of,
    is_document,
    is_looked_at,
    meant_name,
    where_home_is,
)
from smmkit.loading.refusing import Refused, ids_by_name, refuse, refuse_all
from smmkit.loading.rules import (
    LEFT_OUT,
    NO_SETTINGS,
    OTHER_FORMAT,
    UNKNOWN_KIND,
    UNREADABLE,
)
from smmkit.loading.the_day import AS_OF, day_meant
from smmkit.location import SourceError
from smmkit.migrations import current, other_format
from smmkit.problem import Problem, Rule
from smmkit.problem.first import FirstProblems
from smmkit.qms import Qms, Stub
from smmkit.standards.packs import PACKS
from smmkit.words import Message, say
from smmkit.yaml_text.decoding import MAX_READ
from smmkit.yaml_text.source import Source


def load(
    tree: Tree,
    as_of: date | None = None,
    clock: Callable[[str], date] | None = None,
    most: int | None = FEW,
    known: Mapping[str, Source | Information] | None = None,
) -> Qms:
    """Read every document of a tree; a bad one becomes a problem and a stub, never an exception.

    `known` are texts, or the documents that became of them, that were read before and are not read again.
    The day is `as_of`, else the one of qms.yaml, else what `clock` says for the time zone there.
    Of problems of one rule in one file so many are kept as `most` says; without it, all.
    """
    return _Loading(tree, as_of, clock, most, known or {}).done()


KEPT = ("kind", "id", "smmkit")
"""What of qms.yaml has to be right for the rest to be read."""


class _Loading:
    """The work of `load`: the QMS as it grows."""

    def __init__(
        self,
        tree: Tree,
        as_of: date | None,
        clock: Callable[[str], date] | None,
        most: int | None,
        known: Mapping[str, Source | Information],
    ) -> None:
        self.tree = tree
        self.known = known
        self.as_of = as_of
        self.clock = clock
        self.documents: list[Information] = []
        self.qms = Qms(tree, as_of or date.min, as_of or date.min, found=FirstProblems(most))
        self.entering = Entering(self.qms, tree)
        self.refused: list[Refused] = []
        self.day_said: date | None = None
        """The day that qms.yaml means, where it cannot be read, or not all of it."""
        self.unread = ""
        """The text of qms.yaml, where it is none that can be read."""

    def done(self) -> Qms:
        qms = self.qms
        ignored: tuple[str, ...] = ()
        if HOME in self.tree.paths():
            ignored = self._settings()
        elif not self.tree.refused().keys() & {HOME, f"{HOME}/"}:  # else that is told
            self._fault(
                NO_SETTINGS,
                HOME,
                say("there is no qms.yaml at the top of the folder"),
                home_below(self.tree) or where_home_is(self.tree),
            )
        self._refused_by_tree(ignored)
        for path in self.tree.paths():
            if path != HOME and is_document(path, ignored):
                self._read(path)
            elif (meant := meant_name(self.tree, path)) and is_looked_at(path, ignored):
                self._misnamed(path, meant)
        self.entering.enter_all(self.documents)
        for stub in refuse_all(self.qms, self.refused):
            self.entering.keep(stub)
        zone = qms.settings.organization.time_zone if qms.settings else DEFAULT_ZONE
        pinned = self.day_said or (qms.settings.as_of if qms.settings else None)
        today = pinned or (self.clock(zone) if self.clock else None)
        qms.as_of = self.as_of or today or date.min
        qms.today = max(qms.as_of, today or date.min)
        return qms

    def _refused_by_tree(self, ignored: tuple[str, ...]) -> None:
        """Tell what the tree has left out; what a document may be among is as bad as a broken one."""
        for path, why in self.tree.refused().items():
            said = say("{path} {reason}", path=path, reason=why)
            hides = path.endswith("/")
            if hides and path.startswith(ISSUED):
                self._fault(UNREADABLE, path, said)
            elif hides and not is_looked_at(path, ignored):
                continue
            elif hides or (is_document(path, ignored) and not NO_DOCUMENT.search(path)):
                self._fault(UNREADABLE, path, said)
                self.entering.keep(Stub(path, "", id_of_name(path), is_closed=hides))
            else:
                self._fault(LEFT_OUT, path, said)

    def _misnamed(self, path: str, meant: str) -> None:
        """Tell of a document that is not read because of its name."""
        if meant in self.tree.paths():
            said = say("{path} is not read; {name} beside it is", path=path, name=basename(meant))
            self._fault(LEFT_OUT, path, said, say("delete the one that is not meant"))
            return
        said = say("{path} is not read: the name of a document ends in .md or .yaml", path=path)
        self._fault(UNREADABLE, path, said, how_named(path, meant))
        self.entering.stub(path, "", (*ids_at(self.tree, path), *id_of_name(meant)))

    def _settings(self) -> tuple[str, ...]:
        self._read(HOME)
        if not self.documents:
            self.day_said = day_meant(self.qms.sources.get(HOME), self.unread, self.qms.found)
        for document in self.documents:
            self.qms.settings = document if isinstance(document, Settings) else None
        return self.qms.settings.ignore if self.qms.settings else ()

    def _read(self, path: str) -> None:
        match self.known.get(path):
            case Information() as document if path != HOME:
                self.qms.sources[path] = document.source
                self.documents.append(document)
                return
            case Information() as document:
                self._judge(document.source)
                return
            case Source() as known:
                self._judge(known)
                return
        try:
            data = self.tree.read(path, MAX_READ)
        except OSError as error:
            message = say("the file cannot be opened: {reason}", reason=reason(error))
            self._fault(UNREADABLE, path, message)
            self.entering.keep(Stub(path, "", id_of_name(path), is_closed=True))
            return
        if path.endswith(".md") and NO_DOCUMENT.search(path) and not data.startswith(b"---"):
            return
        try:
            source = Source.parse(path, data)
        except SourceError as error:
            self.qms.found.append(
                (UNREADABLE, Problem(path, (), error.message, error.hint, at=error.at))
            )
            self.entering.stub(path, "", ids_in_text(data) or id_of_name(path))
            self.unread = data.replace(b"\0", b"").decode(errors="replace")
            return
        self._judge(source)

    def _judge(self, source: Source) -> None:
        path, values, kind = source.path, source.values, source.values.get("kind")
        self.qms.sources[path] = source
        if isinstance(kind, str) and kind in PACKS:
            self._pack(source, kind)
            return
        if (path == HOME) != (kind == "qms"):
            message = say("only {path} may be of the kind qms, and it must be", path=HOME)
            hint = say("write {words}", words="`kind: qms`") if path == HOME else None
            self.qms.found.append((NO_SETTINGS, Problem(path, ("kind",), message, hint)))
            self.entering.stub(path, "", ids_of(path, values))
            return
        if not isinstance(kind, str) or kind not in KINDS:
            self.qms.found.append((UNKNOWN_KIND, Problem(path, ("kind",), *unknown_kind(source))))
            meant = kinds_called(kind) if isinstance(kind, str) else ()
            self.refused.append((source, "", meant[0] if len(meant) == 1 else ""))
            return
        type_ = class_of(kind)
        other = kind == "qms" and self._told_of_format(source)
        try:
            document = type_.model_validate(current(values))
        except ValidationError as error:
            if other:  # its faults can be told once it has this format
                self.entering.stub(path, kind, ids_of(path, values))
                return
            if kind == "qms":
                seen = refuse(self.qms, source, type_, error, ids_by_name(self.qms))
                self.entering.stub(path, kind, ids_of(path, values), seen)
                self._settings_in_part(source)
            else:
                self.refused.append((source, kind, kind))
            return
        document._source = source
        self.documents.append(document)

    def _settings_in_part(self, source: Source) -> None:
        """Take what can be read of qms.yaml: one fault in it must not silence all other files."""
        values = dict(current(source.values))
        values.pop(AS_OF, None)  # what day is meant is found by its text
        if settings := read_in_part(Settings, source, values, KEPT):
            self.qms.settings = settings
            self.entering.name_parts(settings)

    def _told_of_format(self, source: Source) -> bool:
        said = other_format(source.values)
        if said:
            self.qms.found.append((OTHER_FORMAT, Problem(source.path, ("smmkit",), *said)))
        return said is not None

    def _pack(self, source: Source, kind: str) -> None:
        type_ = PACKS[kind].class_
        try:
            pack = type_.model_validate(source.values)
        except ValidationError as error:
            refuse(self.qms, source, type_, error, ids_by_name(self.qms))
            return
        getattr(self.qms, PACKS[kind].kept)[source.values["id"]] = pack

    def _fault(self, rule: Rule, path: str, message: Message, hint: Message | None = None) -> None:
        self.qms.found.append((rule, Problem(path, (), message, hint)))
