"""A new document: the form that it begins as, how it is filled, its id, and where it lies."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from smmkit.documents import class_of
from smmkit.errors import SmmError
from smmkit.location import SourceError
from smmkit.names import folder_of, names_in
from smmkit.new.form_fields import fields_to_ask
from smmkit.new.forms import form_of
from smmkit.new.ids import ALONE, Others
from smmkit.new.modeline import modeline_of
from smmkit.new.placeholders import UnknownPlaceholderError, filled
from smmkit.new.values import Folder, beside, blank_of, known_values, unknown_blank, unread
from smmkit.standards import Standard
from smmkit.templates import templates
from smmkit.words import language, say
from smmkit.yaml_text.decoding import decoded
from smmkit.yaml_text.edit import parted, with_field
from smmkit.yaml_text.scalars import clean, scalar

FORMS = templates() / "forms"
"""The forms that come with smmkit, a folder for each language."""

OWN = "templates/forms/"
"""Where a QMS keeps forms of its own, which go before: `templates/forms/procedure.md`."""


def new_files(
    qms: Folder,
    kind: str,
    id: str,
    lang: str,
    answers: Mapping[str, str],
    wishes: Collection[str] | None = None,
    others: Others = ALONE,
) -> dict[str, str]:
    """Every file of a new document, by its path; the document itself is the first.

    `answers` are values of its fields, by their names: what is known already; `wishes` are those of
    its standards (see `forms.form_of`), `others` who numbers at the same time.
    """
    kinds = {blank_of(thing.is_a) for thing in qms.things.values()}
    texts = {n for n, f in fields_to_ask(kind).items() if f.reference is None and n in kinds}
    known = known_values(qms, kind, others, answers.get("year", ""))
    values = {**{n: value for n, value in known.items() if n not in texts}, "id": id, **answers}
    path = PurePosixPath(path_for(kind, id, names_in(qms)))
    files = beside(qms, kind, id, lang, values)
    clauses = [number for name in qms.standard_ids for number in proven(qms, name, kind)]
    own, stubs = own_form(qms, kind), unread(qms)
    text = form(kind, lang, values, own, tuple(clauses), wishes, stubs)
    return {str(path): text, **{str(path.with_name(n)): begun for n, begun in files.items()}}


def with_answers(path: str, text: str, answers: Mapping[str, str]) -> str:
    """A new document in which each answer stands at its field, used or not used before.

    Raises:
        SmmError: the form has no line for a field that was answered.
    """
    start, front, rest = parted(path, text)
    for name, answer in answers.items():
        new = with_field(front, name, answer)
        if new is None:
            raise SmmError(say("the form has no line for {name}; add it by hand", name=name))
        front = new
    return start + front + rest


def proven(qms: Folder, standard: str, kind: str) -> Iterator[str]:
    """The clauses of one standard that a kind can prove, as a document of the QMS writes them.

    Of two editions of one standard only those of the first: they count for the other, too.
    """
    pack, first = qms.standard(standard), qms.standard_ids[0]
    if pack is None or is_other_edition(pack, qms.standard(first)):
        return
    name = "" if standard == first else f"{standard}/"
    yield from (name + number for number in proves(kind, pack))


def is_other_edition(standard: Standard, first: Standard | None) -> bool:
    """Whether one of two standards has taken the place of the other."""
    both = [one for one in (standard, first) if one and one.transition]
    replaced = {one.transition.replaces for one in both if one.transition}
    return first is not None and bool(replaced & {standard.id, first.id})


def proves(kind: str, standard: Standard) -> tuple[str, ...]:
    """The clauses of a standard that a document of a kind can prove, whatever is written in it."""
    return tuple(
        clause.id
        for clause in standard.clauses
        if any(kind in p.kinds and "document_type" not in p.where for p in clause.proofs)
    )


def path_for(kind: str, id: str, names: str = "id") -> str:
    """Where a new document lies: `sop/SOP-02.md`; with English names `procedures/SOP-02.md`."""
    return f"{folder_of(kind, names)}/{id}.{class_of(kind).shape}"


def form(
    kind: str,
    lang: str,
    values: Mapping[str, str],
    own: str | None = None,
    clauses: tuple[str, ...] = (),
    wishes: Collection[str] | None = None,
    stubs: Mapping[str, str] | None = None,
) -> str:
    """The form of a kind with its blanks filled; `own` goes before the one that comes with smmkit.

    Raises:
        SmmError: a blank finds nothing to refer to, or nobody knows it.
    """
    shape = class_of(kind).shape
    text = own if own is not None else blank_form(kind, lang, clauses, wishes)
    first, text = modeline_of(text)
    front, fence, prose = text.partition("\n---\n") if shape == "md" else (text, "", "")
    plain = {name: clean(value) for name, value in values.items()}
    written = {name: scalar(value) for name, value in values.items()}
    try:
        return first + filled(front, written) + fence + filled(prose, plain)
    except UnknownPlaceholderError as error:
        raise SmmError(unknown_blank(kind, error.name, values, stubs or {})) from None


def blank_form(
    kind: str,
    lang: str,
    clauses: tuple[str, ...] = (),
    wishes: Collection[str] | None = None,
) -> str:
    """The form of a kind that comes with smmkit, as it is before anything is filled in."""
    shape = class_of(kind).shape
    written = FORMS / lang / f"{kind}.{shape}"
    if kind == "qms":
        return written.read_text("utf-8")
    fields = form_of(kind, language(lang), clauses, wishes)
    return f"---\n{fields}---\n\n{written.read_text('utf-8')}" if shape == "md" else fields


def own_form(qms: Folder, kind: str) -> str | None:
    """The form that a QMS keeps itself, if it does.

    Raises:
        SmmError: it has one that cannot be read; the one that comes with smmkit does not stand in for it.
    """
    path = f"{OWN}{kind}.{class_of(kind).shape}"
    for place, why in qms.tree.refused().items():
        if place == path or (place.endswith("/") and f"{path}/".startswith(place)):
            raise SmmError(say("{path} {reason}", path=place, reason=why))
    if path not in qms.tree.paths():
        return None
    try:
        return decoded(path, qms.tree.read(path))
    except SourceError as error:
        raise SmmError(say("{path}: {message}", path=path, message=error.message)) from error
