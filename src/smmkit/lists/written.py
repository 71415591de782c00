"""Files with what a list says: only the values that change; comments, order and style stay."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from smmkit.corrections.key_paths import value_at
from smmkit.documents import Information
from smmkit.documents.base import Entry
from smmkit.errors import SmmError
from smmkit.lists.listing import Change, Fresh, Listing, Refusal, Row
from smmkit.loading.cell_values import as_value, as_yaml
from smmkit.location import Path
from smmkit.model.fields import Field, fields_of
from smmkit.names import names_in, prefix_in
from smmkit.new.ids import next_id, taken_ids
from smmkit.qms import Qms
from smmkit.words import say
from smmkit.yaml_text.cuts import New, file_edited
from smmkit.yaml_text.edit import appended
from smmkit.yaml_text.nodes import CannotCutError
from smmkit.yaml_text.reading import read
from smmkit.yaml_text.scalars import Yaml
from smmkit.yaml_text.source import Source


def with_changes(qms: Qms, changes: list[Change]) -> tuple[dict[str, bytes], list[Refusal]]:
    """The files with these changes; what cannot be written for certain is told."""
    files: dict[str, bytes] = {}
    refused: list[Refusal] = []
    by_path = defaultdict[str, list[Change]](list)
    for change in changes:
        by_path[change.row.home.path].append(change)
    for path, several in by_path.items():
        data = qms.tree.read(path)
        try:
            files[path] = with_edits(path, data, several)
        except (CannotCutError, SmmError):
            why = say("{path} is written in a way that cannot be changed; do it by hand", path=path)
            refused += [Refusal(one.place, one.said, why) for one in several]
    return files, refused


def with_edits(path: str, data: bytes, changes: list[Change]) -> bytes:
    """One file with its changes.

    Raises:
        CannotCutError: it would say something else.
        SmmError: a verdict cannot be added to it.
    """
    cuts: list[Path] = []
    news: dict[Path, New] = {}
    source = Source.parse(path, data)
    rows: dict[str, list[Change]] = {}
    for change in changes:
        rows.setdefault(change.row.id, []).append(change)
    added: list[list[Change]] = []
    for several in rows.values():
        if several[0].row.is_there:
            edits_of(source, several, cuts, news)
        else:
            added.append(several)
    done = file_edited(path, data, cuts, news)
    for several in added:
        row = several[0].row
        item = {"requirement": row.id} | {
            c.column.name: as_value(c.column.field, c.text) for c in several
        }
        done = appended(path, done, str(row.steps[0]), item)
    return done


def edits_of(
    source: Source, changes: list[Change], cuts: list[Path], news: dict[Path, New]
) -> None:
    """What is to be cut out, written in place of another value, or added beside one."""
    steps = changes[0].row.steps
    there = dict(value_at(source.values, steps))
    beside: dict[str, Any] = {}
    for change in changes:
        name = change.column.name
        here = (*steps, name)
        if not change.text:
            if name in there:
                cuts.append(here)
        elif name in there:
            news[here] = new_value(change.column.field, change.text)
        else:
            beside[name] = Yaml(as_yaml(change.column.field, change.text))
    if beside:
        anchor = anchor_of(source, steps, there, cuts, next(iter(beside)), changes)
        known = news.get(anchor)
        value = there[str(anchor[-1])] if known is None else known.value
        text = source.written(*anchor) if known is None else known.text
        news[anchor] = New(value, text, beside=beside)


def new_value(field: Field, text: str) -> New:
    """A value in place of another."""
    written = as_yaml(field, text)
    value = read("", f"value: {written}")["value"]
    lines = tuple(f"- {as_yaml_item(one)}" for one in value) if field.many else ()
    return New(value, written, lines)


def as_yaml_item(one: Any) -> str:
    """An item of a list as YAML writes it."""
    from smmkit.loading.cell_values import quoted

    return quoted(one) if isinstance(one, str) else str(one)


def anchor_of(
    source: Source,
    steps: Path,
    there: dict[str, Any],
    cuts: list[Path],
    name: str,
    changes: list[Change],
) -> Path:
    """Behind which value a new field stands: the nearest before it that stands in one line.

    Raises:
        CannotCutError: there is none.
    """
    order = [*fields_of(changes[0].column.field.owner)]
    earlier = order[: order.index(name)] if name in order else order
    lines = source.yaml.split("\n")
    for known in (*reversed(earlier), *there):
        here = (*steps, known)
        if known not in there or here in cuts or isinstance(there[known], list | dict):
            continue
        at = source.at(*here)
        if at.line == at.end_line and not lines[at.line - 1][at.end_column - 1 :].strip(" ,}"):
            return here
    raise CannotCutError


def with_fresh(
    qms: Qms, listing: Listing, fresh: list[Fresh], files: dict[str, bytes]
) -> list[Refusal]:
    """Add new entries to the register of their kind; what has no place is told."""
    homes = [(d, name) for d in qms.documents for name in lists_in(d, listing)]
    if not fresh:
        return []
    class_ = listing.class_
    lacking = [f.label for f in fields_of(class_).values() if f.required and f.part is not None]
    if len(homes) != 1 or lacking or not issubclass(class_, Entry):
        why = say("new rows have no certain place; write them into their file")
        return [Refusal(one.place, "", why) for one in fresh]
    (document, key), used = homes[0], set[str]()
    for one in fresh:
        prefix = prefix_in(class_.prefix, names_in(qms))
        used.add(id_ := next_id(prefix, (), taken_ids(qms) | used))
        fields = fields_of(class_)
        item = {"id": id_} | {
            name: as_value(fields[name], one.values[name]) for name in fields if name in one.values
        }
        data = files.get(document.path) or qms.tree.read(document.path)
        try:
            files[document.path] = appended(document.path, data, key, item)
        except SmmError as error:
            return [Refusal(other.place, "", error.message) for other in fresh]
    return []


def lists_in(document: Information, listing: Listing) -> list[str]:
    """The lists of a document that hold entries of a class."""
    return [n for n, f in fields_of(type(document)).items() if f.part is listing.class_ and f.many]


def titles(row: Row) -> str:
    """What a row is called."""
    return row.plain("title") or (str(row.told[0]) if row.told else row.id)
