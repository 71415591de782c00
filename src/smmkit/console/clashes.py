"""What two people have changed in the same place, told document by document; or their lines joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import basename
from typing import TYPE_CHECKING

from smmkit.console.opening import Opened
from smmkit.errors import SmmError
from smmkit.git import merging
from smmkit.git.merging import Clash, Joined, Side, bytes_of
from smmkit.layout import DOCUMENT_ENDS
from smmkit.loading.joining import Both, both_changed, joined, parted
from smmkit.location import SourceError
from smmkit.new.modeline import SCHEMAS
from smmkit.words import Message, say
from smmkit.yaml_text.source import Source

if TYPE_CHECKING:
    from smmkit.git.desk import Desk

LONGEST = 160
"""No more than this (characters) is shown of a value."""

Lines = list[str | Message]


@dataclass(frozen=True, slots=True)
class Texts:
    """A clash with the texts themselves; None where a side does not have the file."""

    clash: Clash
    path: str
    """From the folder of the QMS."""
    base: bytes | None
    mine: bytes | None
    theirs: bytes | None

    @property
    def names(self) -> set[str]:
        """How a person may call it: by its path, by its id."""
        ids = {header(self.path, text)[0] for text in (self.mine, self.theirs) if text}
        stem = basename(self.path).rpartition(".")[0]
        return {self.path, basename(self.path), stem, *ids} - {""}


def brought_together(
    desk: Desk, found: Opened, head: str, theirs: str, sides: Mapping[str, list[str]]
) -> str | Lines:
    """The commit in which both lines are one, laid over the folder; or what both have changed.

    Raises:
        SmmError: they cannot be joined, or a name is that of no clash.
    """
    common = merging.fork(desk, head, theirs)
    if common == theirs:
        return head
    if common == head:
        merging.lay_over(desk, head, theirs)
        return theirs
    joint = merging.joined(desk, head, theirs)
    decisions, open_ = decided(desk, found, joint, sides)
    if open_:
        return [*clash_notes(open_, desk)]
    tree = merging.decided(desk, joint, decisions) if joint.clashes else joint.tree
    commit = merging.commit_of_both(desk, tree, head, theirs)
    merging.lay_over(desk, head, commit)
    return commit


def decided(
    desk: Desk, found: Opened, joint: Joined, sides: Mapping[str, list[str]]
) -> tuple[dict[str, Side | bytes], list[Texts]]:
    """What holds in each file that clashes, and those of which nobody has said it.

    Raises:
        SmmError: a name is that of none of them.
    """
    prefix = desk.place.path_of(found.root)
    unused = {(side, name) for side, names in sides.items() for name in names}
    decisions: dict[str, Side | bytes] = {}
    open_ = []
    for clash in joint.clashes:
        texts = Texts(
            clash,
            clash.path.removeprefix(prefix),
            *(bytes_of(desk, blob) for blob in (clash.base, clash.mine, clash.theirs)),
        )
        named = {(s, n) for s, n in unused | asked(sides) if n in texts.names}
        unused -= named
        if len({side for side, _ in named}) > 1:
            raise SmmError(say("of {path} only one can hold, yours or theirs", path=texts.path))
        if named:
            decisions[clash.path] = Side(next(iter(named))[0])
        elif texts.path.startswith(SCHEMAS):
            decisions[clash.path] = Side.MINE  # made anew at once
        elif (text := side_by_side(desk, texts)) is not None:
            decisions[clash.path] = text
        else:
            open_.append(texts)
    if unused and joint.clashes:
        name = sorted(unused)[0][1]
        raise SmmError(say("in {name} nobody has changed the same as somebody else", name=name))
    return decisions, open_


def asked(sides: Mapping[str, list[str]]) -> set[tuple[str, str]]:
    """What a person has said holds: the side, and the name of the document."""
    return {(side, name) for side, names in sides.items() for name in names}


def side_by_side(desk: Desk, texts: Texts) -> bytes | None:
    """One text of both, where they have only changed different fields."""
    marked = merging.marked(desk, texts.clash)
    if marked is None or not texts.path.endswith((*DOCUMENT_ENDS, ".csv")):
        return None
    path = texts.path
    return joined(
        path, parted(path, marked), texts.base or b"", texts.mine or b"", texts.theirs or b""
    )


def clash_notes(open_: list[Texts], desk: Desk) -> Iterator[str | Message]:
    """What both have changed, and what to do; nothing has changed here."""
    yield say("You and others have changed the same; nothing was changed here, nothing is lost:")
    for texts in open_:
        yield ""
        yield from of_one(texts, desk)
    yield ""
    yield say(
        "Or write into your file what shall hold, save it (smm save), and let yours hold. What does not "
        "hold stays in the history."
    )


def of_one(texts: Texts, desk: Desk) -> Iterator[str | Message]:
    """One document: what both have changed in it, and how to say what holds."""
    id_, title = header(texts.path, texts.mine or texts.theirs or b"")
    name = id_ or texts.path
    yield f"{id_} {title} ({texts.path})" if id_ else texts.path
    if texts.base is None and texts.mine is not None and texts.theirs is not None:
        yield say("- both have made it anew; yours: {mine}; theirs: {theirs}", **titles(texts))
        if id_:
            yield say("- to keep both: smm renumber {id} NEW-ID, smm save, smm share", id=id_)
    elif texts.mine is None:
        yield say("- you have deleted it, the others have changed it")
    elif texts.theirs is None:
        yield say("- you have changed it, the others have deleted it")
    else:
        yield from of_fields(texts, desk)
    yield say(
        "- yours holds: smm share --mine {name}   theirs holds: smm share --theirs {name}",
        name=name,
    )


def titles(texts: Texts) -> dict[str, str]:
    """What the document is called on each side."""
    found = {"mine": texts.mine or b"", "theirs": texts.theirs or b""}
    return {side: header(texts.path, text)[1] or "-" for side, text in found.items()}


def of_fields(texts: Texts, desk: Desk) -> Iterator[Message]:
    """Each field that both have changed, with both values."""
    marked = merging.marked(desk, texts.clash)
    if marked is None or not texts.path.endswith((*DOCUMENT_ENDS, ".csv")):
        yield say("- both have put another file in its place")
        return
    parts = parted(texts.path, marked)
    both = both_changed(
        texts.path, parts, texts.base or b"", texts.mine or b"", texts.theirs or b""
    )
    for one in both:
        yield of_field(one)
    if not both:
        yield say("- both have changed lines that stand side by side")


def of_field(one: Both) -> Message:
    """A field, or a piece of prose, with what both say."""
    field = f"`{one.field}:`" if one.field else say("the text below the fields")
    values = {
        "mine": shortened(one.mine) if one.mine is not None else say("(deleted)"),
        "theirs": shortened(one.theirs) if one.theirs is not None else say("(deleted)"),
    }
    return say("- {field} yours: {mine}; theirs: {theirs}", field=field, **values)


def shortened(text: str) -> str:
    """A value, as much of it as fits a line."""
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."


def header(path: str, data: bytes) -> tuple[str, str]:
    """The id and the title of a document; empty where they cannot be read."""
    try:
        values = Source.parse(path, data).values if path.endswith(DOCUMENT_ENDS) else {}
    except SourceError:
        values = {}
    id_, title = values.get("id"), values.get("title")
    return (id_ if isinstance(id_, str) else ""), (title if isinstance(title, str) else "")
