"""What is known for the blanks of a new document, and the files that begin beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from smmkit.documents import Entry, Record, Thing, class_of, kind_label
from smmkit.documents.people import PersonEntry
from smmkit.documents.settings import Class, Settings
from smmkit.errors import SmmError
from smmkit.files.tree import Tree
from smmkit.kinds import CREATABLE
from smmkit.model.fields import Field, fields_of, parts_of
from smmkit.model.marks import Beside, Blank
from smmkit.names import folder_of, names_in, prefix_in
from smmkit.new.ids import ALONE, Others, free_ids
from smmkit.new.placeholders import days
from smmkit.standards import Standard
from smmkit.words import Message, language, say
from smmkit.yaml_text.scalars import Yaml, clean

VERDICTS = "verdicts"
"""The blank for every clause of the standard, each of them not assessed yet."""


class Unread(Protocol):
    """What is left of a file that could not become a document."""

    @property
    def path(self) -> str: ...
    @property
    def kind(self) -> str: ...


class Folder(Protocol):
    """What a new document asks of the QMS that it joins."""

    as_of: date
    tree: Tree
    settings: Settings | None

    @property
    def things(self) -> Mapping[str, Thing]: ...
    @property
    def stub_of(self) -> Mapping[str, Unread]: ...
    @property
    def standard_ids(self) -> tuple[str, ...]: ...
    def standard(self, id: str) -> Standard | None: ...


def known_values(qms: Folder, kind: str, others: Others = ALONE, year: str = "") -> dict[str, str]:
    """What is known for the blanks of a new document: the day, free ids, what it may refer to.

    Of records it is the latest, of all else the first. `year` is that of the document, if it is known.
    """
    of: dict[str, list[str]] = {}
    for id_, thing in qms.things.items():
        of.setdefault(thing.is_a, []).append(id_)
    days_of = {id_: one.date for id_, one in qms.things.items() if isinstance(one, Record)}
    for kind_ in {qms.things[id_].is_a for id_ in days_of}:
        of[kind_] = sorted(of[kind_], key=lambda id_: (days_of[id_], id_), reverse=True)
    person = next((t for t in qms.things.values() if isinstance(t, PersonEntry)), None)
    own = {held.unit for held in person.held_on(qms.as_of)} if person else set()
    classes = [thing for thing in qms.things.values() if isinstance(thing, Class)]
    found: dict[str, Iterator[str]] = {
        **{blank_of(k): iter(ids) for k, ids in of.items()},
        "audited": iter(sorted(of.get("unit", ()), key=lambda unit: unit in own)),
        "any": iter(of.get("qms", ())),
        "public": (c.id for c in classes if c.outside),
        "internal": (c.id for c in classes if not c.outside),
    }
    values = {name: value for name, ids in found.items() if (value := next(ids, None))}
    for blank, entry in newcomers(kind):
        prefix = prefix_in(entry.prefix, names_in(qms))
        now = year or str(qms.as_of.year)
        values[blank] = next(free_ids(qms, entry.kind_of_entry, prefix, others, now=now))
    if qms.settings:
        organization = qms.settings.organization
        values |= {"name": organization.name, "short_name": organization.short_name}
        values |= {"head": organization.head, "zone": organization.time_zone}
    return values | days(qms.as_of) | {"standard": qms.standard_ids[0], "clause": clause_of(qms)}


def beside(qms: Folder, kind: str, id: str, lang: str, values: dict[str, str]) -> dict[str, str]:
    """What is made for a new document: values of its blanks, which are added, and files by their names."""
    files: dict[str, str] = {}
    for field in all_fields(kind):
        blank, content = field.mark(Blank), field.mark(Beside)
        if blank and content:
            entry = issubclass(field.owner, Entry) and new_blank(field.owner)
            values[blank.name] = f"{values[entry] if entry else id}.csv"
            files[values[blank.name]] = beginning_of(content, qms, kind, lang, values)
        elif blank and blank.name == VERDICTS:
            values[VERDICTS] = verdicts(qms, lang, values["standard"])
    return files


def newcomers(kind: str) -> list[tuple[str, type[Entry]]]:
    """The entries that a new document of a kind brings, each with the blank for its id."""
    entries = [part for part in parts_of(class_of(kind)) if issubclass(part, Entry)]
    return [(new_blank(entry), entry) for entry in entries]


def homes() -> Iterator[tuple[str, str]]:
    """What somebody can refer to, and the kind of document that brings it."""
    for kind in CREATABLE:
        yield kind, kind
        yield from ((entry.kind_of_entry, kind) for _, entry in newcomers(kind))


def unread(qms: Folder) -> dict[str, str]:
    """The file that faults keep out, by its kind; where it says none, by the folder in which it lies."""
    stubs = [(stub.kind or stub.path.split("/")[0], stub.path) for stub in qms.stub_of.values()]
    return dict(reversed(stubs))


def unknown_blank(
    kind: str, name: str, values: Mapping[str, str], stubs: Mapping[str, str]
) -> Message:
    """What to do about a blank that nothing is known for; `stubs` are the files that cannot be read yet."""
    first = {blank_of(entry): home for entry, home in homes()}
    if name in {"unit", "audited"}:
        return say("there is no unit yet; write one under `units:` in qms.yaml")
    home = first.get(name, "")
    places = (home, *(folder_of(home, names) for names in ("en", "id") if home))
    if path := next((stubs[one] for one in places if one in stubs), None):
        return say(
            "a new {kind} refers to something in {path}, which cannot be read yet; first put right what"
            " smm validate {path} tells",
            kind=kind_label(kind),
            path=path,
        )
    if home:
        return say(
            "a new {kind} refers to something that is not there yet; first: smm new {first}",
            kind=kind_label(kind),
            first=home,
        )
    return say(
        "the form of {kind} has a blank ${name}, which nothing fills; known are: {words}",
        kind=kind,
        name=name,
        words=sorted(values),
    )


def new_blank(entry: type[Entry]) -> str:
    """The name of the blank for the id of a new entry of this sort."""
    return f"new_{blank_of(entry.kind_of_entry)}"


def blank_of(kind: str) -> str:
    """The name of the blank that a thing of this kind fills."""
    return kind.replace("-", "_")


def all_fields(kind: str) -> Iterator[Field]:
    """The fields of a kind, and of the parts that it is made of."""
    for part in (class_of(kind), *parts_of(class_of(kind))):
        yield from fields_of(part).values()


def clause_of(qms: Folder) -> str:
    """A clause to stand in a form until the right one is written: 8.5.1, where there is one."""
    pack = qms.standard(qms.standard_ids[0])
    known = [clause.id for clause in pack.clauses] if pack else []
    return "8.5.1" if "8.5.1" in known else next(iter(known), "8.5.1")


def verdicts(qms: Folder, lang: str, id_: str) -> Yaml:
    """Every clause of a standard, not assessed yet, its title above it."""
    standard = qms.standard(id_)
    if standard is None:
        raise SmmError(say("there is no standard {id}", id=id_))
    lines = [
        f"  # {clause.id} {clean(language(lang).say(clause.title))}\n"
        f'  - requirement: "{clause.id}"\n    status: not-assessed'
        for clause in standard.clauses
    ]
    return Yaml("\n".join(lines))


def beginning_of(
    content: Beside, qms: Folder, kind: str, lang: str, values: Mapping[str, str]
) -> str:
    """The file beside a new document, as it begins."""
    match content:
        case Beside.PERIODS:
            return blank_series(qms.as_of.year, lang)
        case Beside.QUESTIONS:
            return f"{','.join(values[blank] for blank, _ in newcomers(kind))}\n"


def blank_series(year: int, lang: str, frequency: str = "monthly") -> str:
    """The CSV file of a new KPI: its periods, without values; parted as spreadsheets there do."""
    part = ";" if lang == "id" else ","
    periods = {
        "yearly": [f"{year}"],
        "half-yearly": [f"{year}-S1", f"{year}-S2"],
        "quarterly": [f"{year}-Q{quarter}" for quarter in range(1, 5)],
    }.get(frequency) or [f"{year}-{month:02}" for month in range(1, 13)]
    return "\n".join([f"period{part}value", *(period + part for period in periods)]) + "\n"
