"""What is taken into a QMS: each document with its id, its owner, its file, and its registration."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from smmkit.errors import SmmError, reason
from smmkit.files.portable import FORBIDDEN, is_reserved
from smmkit.files.tree import Tree, sha256
from smmkit.intake.guess import Guesses
from smmkit.intake.people import closed_class, people_notes
from smmkit.intake.units import unit_of
from smmkit.intake.words import comparable
from smmkit.names import names_in, prefix_of
from smmkit.new.document import path_for
from smmkit.new.ids import free_ids
from smmkit.personal import Data
from smmkit.qms import Qms
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted, document_text

KIND = "document"
LONGEST = 80
"""More letters of a file name are cut off, for the paths of Windows."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A document that is to be registered."""

    name: Message | str
    """Where it comes from: its file, or its row in a list."""
    guesses: Guesses
    file: str = ""
    """Its file in the source; empty where there is none."""
    digest: str = ""
    lies: str = ""
    """Where it lies in the QMS already."""
    id: str = ""
    owner: str | None = None
    told: tuple[Message, ...] = ()
    people: tuple[Data, ...] | None = None
    """The data of people in it, where it is a list of them: it must not leave."""
    class_: str | None = None
    """The class that it gets whatever is asked for, as a list of people."""
    names: str = "id"
    """The language that the names of the QMS are in."""

    @property
    def path(self) -> str:
        """The file of its registration."""
        return path_for(KIND, self.id, self.names)

    @property
    def kept(self) -> str:
        """Where its bytes lie, or will lie."""
        if self.lies or not self.file:
            return self.lies
        return f"{posixpath.dirname(self.path)}/{self.id}/{safe_name(self.file)}"


@dataclass
class Adoption:
    """All that is taken in, and what is told of the rest."""

    newcomers: list[Newcomer] = field(default_factory=list)
    known: list[tuple[Message | str, str]] = field(default_factory=list)
    """What is registered already, and where."""
    left: list[tuple[Message | str, Message]] = field(default_factory=list)
    """What is left out, and why."""


def registered(qms: Qms) -> Iterator[tuple[str, str, str]]:
    """Id, number and title of every document that has a number of the agency's own."""
    for document in qms.documents:
        values = document.source.values
        if values.get("kind") == KIND:
            yield document.id, str(values.get("number") or ""), document.title


def settled(qms: Qms, adoption: Adoption, owner: str | None) -> Adoption:
    """The same with an id for each, and the unit that owns it: the one named, or of its own row."""
    ids, names = free_ids(qms, KIND, prefix_of(KIND, names_in(qms))), names_in(qms)
    titles: dict[str, str] = {comparable(title): id_ for id_, _, title in registered(qms)}
    settled = []
    closed = closed_class(qms)
    for new in adoption.newcomers:
        id_, told = next(ids), list(new.told)
        if twin := titles.get(comparable(new.guesses.title.value)):
            told.append(say("has the same title as {id}", id=twin))
        titles.setdefault(comparable(new.guesses.title.value), id_)
        unit = unit_of(qms, new.guesses.owner) or owner
        if new.guesses.owner and unit_of(qms, new.guesses.owner) is None:
            told.append(say("{text} is no unit of qms.yaml", text=new.guesses.owner))
        if new.people is not None:
            told += people_notes(True, list(new.people), closed)
        class_ = closed if new.people is not None else None
        settled.append(
            replace(new, id=id_, owner=unit, told=tuple(told), names=names, class_=class_)
        )
    return replace(adoption, newcomers=settled)


def registration(new: Newcomer, class_: str | None) -> str:
    """The text of the file that registers a document."""
    known = new.guesses
    file = posixpath.relpath(new.kept, posixpath.dirname(new.path)) if new.kept else None
    return document_text(
        {
            "kind": KIND,
            "id": new.id,
            "title": known.title.value,
            "version": Quoted(known.version.value),
            "owner": new.owner,
            "classification": new.class_ if new.people is not None else class_,
            "document_type": known.document_type.value or None,
            "number": known.number.value or None,
            "origin": "external" if known.external else "internal",
            "issued_by": known.issued_by or None,
            "issued": known.issued.value or None,
            "file": file,
            "attached": [file] if file else [],
        }
    )


class Files(Mapping[str, bytes]):
    """What is written, by its path; the bytes of a copy are read only when its turn comes."""

    def __init__(
        self, texts: Mapping[str, str], copies: Mapping[str, Newcomer], source: Tree
    ) -> None:
        self.texts, self.copies, self.source = texts, copies, source

    def __iter__(self) -> Iterator[str]:
        yield from self.texts
        yield from self.copies

    def __len__(self) -> int:
        return len(self.texts) + len(self.copies)

    def __getitem__(self, path: str) -> bytes:
        if path in self.texts:
            return self.texts[path].encode()
        new = self.copies[path]
        try:
            data = self.source.read(new.file)
        except OSError as error:
            raise SmmError(
                say("{path} cannot be opened: {reason}", path=new.file, reason=reason(error))
            ) from error
        if sha256(data) != new.digest:
            raise SmmError(say("{path} was changed in the meantime; begin again", path=new.file))
        return data


def files_of(adoption: Adoption, source: Tree, class_: str | None) -> Files:
    """Every file that is written: registrations, and copies of what does not lie in the QMS yet."""
    texts = {new.path: registration(new, class_) for new in adoption.newcomers}
    copies = {new.kept: new for new in adoption.newcomers if new.file and not new.lies}
    return Files(texts, copies, source)


def safe_name(path: str) -> str:
    """A file name that every system can have, as near to its own as can be."""
    name = unicodedata.normalize("NFC", PurePosixPath(path).name)
    name = "".join(c if c.isprintable() else "_" for c in FORBIDDEN.sub("_", name))
    end = PurePosixPath(name).suffix
    stem = " ".join(name.removesuffix(end).split())[:LONGEST].strip(" .~") or "berkas"
    return f"_{stem}{end}" if is_reserved(stem) or stem.startswith("-") else f"{stem}{end}"
