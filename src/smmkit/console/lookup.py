"""What a person named on the command line: see that it is there, or say what is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.console.opening import is_folder
from smmkit.errors import SmmError
from smmkit.words import Language, Message, say

if TYPE_CHECKING:
    from smmkit.documents.objective import Kpi, Objective
    from smmkit.page import Text
    from smmkit.qms import Qms
    from smmkit.standards import Standard


def unit_named(word: str, qms: Qms) -> str:
    """The unit that a word means: its code in any case, or its title.

    Raises:
        SmmError: it means none, or more than one; of a qms.yaml with faults any that is named there is one.
    """
    from smmkit.approval.lookup import thing_named
    from smmkit.documents.unit import OrganizationUnit

    if qms.settings is None and word in qms.stub_of:
        return word
    if meant := thing_named(word, qms, (OrganizationUnit,)).id:
        return meant
    units = (one for one in qms.things.values() if isinstance(one, OrganizationUnit))
    there = [f"{unit.id} ({unit.title})" for unit in units]
    raise SmmError(say("there is no unit {id}; there are: {words}", id=word, words=there))


def class_named(word: str, qms: Qms) -> str:
    """The class of confidentiality that a word means: its code in any case, or its title.

    Raises:
        SmmError: it means none, or more than one.
    """
    from smmkit.approval.lookup import thing_named
    from smmkit.documents.settings import Class

    if meant := thing_named(word, qms, (Class,)).id:
        return meant
    classes = [one.id for one in qms.settings.classes] if qms.settings else []
    raise SmmError(say("there is no class {id}; there are: {words}", id=word, words=classes))


def standard_named(id: str | None, qms: Qms) -> Standard:
    """A standard by its id or title; without one, the first that the QMS answers to.

    Raises:
        SmmError: there is none of this id.
    """
    from smmkit.analyses.references.nearest import damaged_pack
    from smmkit.corrections.by_id import standard_name
    from smmkit.standards import shipped

    named, known = id or qms.standard_ids[0], sorted({*shipped(), *qms.packs})
    meant = {standard_name(one): one for one in known}.get(standard_name(named), named)
    pack = qms.standard(named) or qms.standard(meant)
    if pack is None:
        raise SmmError(
            damaged_pack(named, qms)
            or say("there is no standard {id}; there are: {words}", id=named, words=known)
        )
    return pack


def kind_to_list(word: str, known: Mapping[str, Text], speech: Language) -> str:
    """The kind, of documents or of entries in them, that a word means.

    Raises:
        SmmError: there is no such kind, or the word may mean more than one.
    """
    from smmkit.corrections.near_words import near_kind
    from smmkit.corrections.officials import ENTRIES, meanings

    if word in known or word.casefold() in spoken_words(known, speech):
        return word_named(word, known, say("kind"), speech)
    meant = dict.fromkeys(meanings(word, ENTRIES, known)) or by_documents(word, known)
    if len(meant) == 1:
        return next(iter(meant))
    if meant:
        hint = say("write one of: {words}", words=list(meant))
        raise SmmError(say("{word} may be more than one kind; {hint}", word=word, hint=hint))
    raise SmmError(say("there is no kind {kind}; {hint}", kind=word, hint=near_kind(word, known)))


def by_documents(word: str, known: Mapping[str, Text]) -> dict[str, None]:
    """The kinds of documents that a word means."""
    from smmkit.corrections.officials import comparable, kinds_by_word

    return dict.fromkeys(k for k in kinds_by_word().get(comparable(word), ()) if k in known)


def spoken_words(known: Mapping[str, Text], speech: Language) -> dict[str, str]:
    """The words of a list, by what the reader calls them."""
    return {speech.say(label).casefold(): name for name, label in known.items()}


def word_named(word: str, known: Mapping[str, Text], what: Message, speech: Language) -> str:
    """The word of a list that is meant: as it stands in files, or as the reader calls it.

    Raises:
        SmmError: there is no such word.
    """
    from smmkit.corrections.near_words import nearest_hint

    if word in known:
        return word
    spoken = spoken_words(known, speech)
    if word.casefold() in spoken:
        return spoken[word.casefold()]
    hint = nearest_hint(word, list(known))
    raise SmmError(say("there is no {what} {word}; {hint}", what=what, word=word, hint=hint))


def found_kpi(qms: Qms, id_: str) -> tuple[Objective, Kpi]:
    """A KPI by its id or title, however it is written, and its objective.

    Raises:
        SmmError: there is none.
    """
    from smmkit.analyses.references.nearest import nearest_id, why_missing
    from smmkit.approval.lookup import thing_named
    from smmkit.documents.objective import Kpi, Objective

    if id_ in qms.stub_of:
        raise SmmError(why_missing(id_, qms))
    meant = thing_named(id_, qms, (Kpi,)).id
    for objective in qms.of(Objective):
        for kpi in objective.kpis:
            if kpi.id == meant:
                return objective, kpi
    hint = nearest_id(qms, id_, ("kpi",))
    if hint is None:
        raise SmmError(say("there is no KPI {id}; smm list kpi shows those there are", id=id_))
    raise SmmError(say("there is no KPI {id}; {hint}", id=id_, hint=hint))


def none_of(kind: str, qms: Qms, said: Message) -> SmmError:
    """That there is nothing of a kind; first of all the file of it that cannot be read."""
    unread = next((stub.path for stub in qms.stubs if stub.kind == kind), "")
    return SmmError(
        say("{path} cannot be read; first: smm validate", path=unread) if unread else said
    )


def person_named(word: str, qms: Qms) -> str:
    """The id of the person of the register whom an id or a name means.

    Raises:
        SmmError: there is nobody of this name, or more than one.
    """
    people = {id_: thing.title for id_, thing in qms.things.items() if thing.is_a == "person"}
    if word in people:
        return word
    wanted = " ".join(word.split()).casefold()
    meant = [id_ for id_, name in people.items() if wanted in {id_.casefold(), name.casefold()}]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise SmmError(say("{name} may be more than one person: {ids}", name=word, ids=meant))
    known = [say("{id} ({name})", id=id_, name=name) for id_, name in people.items()]
    raise SmmError(say("there is no person {id}; there are: {words}", id=word, words=known))


def check_single(qms: Qms, kind: str, free: str) -> None:
    """See that no document stands of a kind of which an agency has one; `free` is the next id of another.

    Raises:
        SmmError: it stands already.
    """
    from smmkit.documents import kind_label
    from smmkit.kinds import KINDS

    held = [d.path for d in qms.documents if d.kind == kind and not getattr(d, "withdrawn", None)]
    held += [stub.path for stub in qms.stubs if stub.kind == kind]
    if held and KINDS[kind].is_single:
        raise SmmError(
            say(
                "the {kind} stands already, in {path}: write there; to begin another one beside it: "
                "smm new {word} --id {id}",
                kind=kind_label(kind),
                path=held[0],
                word=kind,
                id=free,
            )
        )


def names_and_folder(names: list[str]) -> tuple[list[str], Path]:
    """What was named, and the folder, if the last name is one: a folder here, or a path.

    A title may hold a slash, too; it is a path only where no QMS is here in which it could be one.
    """
    last = names[-1]
    if len(names) == 1:
        return names, Path()
    is_path = "/" in last or os.sep in last
    if is_folder(Path(last)) or (is_path and (Path(last).exists() or " " not in last)):
        return names[:-1], Path(last)
    return names, Path()
