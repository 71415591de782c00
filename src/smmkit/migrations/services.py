"""From format 1 to 2: services no longer stand in qms.yaml, but in a register of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from smmkit.errors import SmmError
from smmkit.layout import DEFAULT_STANDARD, HOME
from smmkit.migrations.step import Change, Texts, Values
from smmkit.new.placeholders import FILL_IN
from smmkit.words import language, say
from smmkit.yaml_text.nodes import Path, child, composed, pair, with_edits
from smmkit.yaml_text.source import Source


@dataclass(frozen=True, slots=True)
class Service:
    """A service as qms.yaml named it, and the comments beside it."""

    title: str
    notes: tuple[str, ...]


OUTWORN = {
    "# Format folder ini; biarkan 1.": "# Format folder ini; biarkan 2.",
    "# The format of this folder; leave it at 1.": "# The format of this folder; leave it at 2.",
    "  # Layanan yang dicakup, satu per baris.": None,
    "  # The services that it covers, one a line.": None,
    "  # services:": None,
    "  #   - (isi) Nama layanan": None,
    "  #   - (fill in) Name of a service": None,
}
"""Comments that came with the form of format 1 and are wrong now; no other comment is touched."""


def services_in_scope(values: Values) -> Values:
    """Services written below the statement of the scope, so that a reader finds them all the same."""
    scope = values.get("scope")
    new = {**values, "smmkit": 2}
    if isinstance(scope, dict) and "services" in scope:
        rest = {name: value for name, value in scope.items() if name != "services"}
        services = scope["services"]
        if isinstance(rest.get("statement"), str) and isinstance(services, list):
            lines = [rest["statement"].rstrip(), *(f"• {service}" for service in services)]
            rest["statement"] = "\n".join(lines)
        new["scope"] = rest
    return new


def services_of_their_own(texts: Texts, taken: Collection[str]) -> Change:
    """qms.yaml without its services, and a register of them."""
    text = texts[HOME]
    values = Source.parse(HOME, text.encode()).values
    expected = {**values, "smmkit": 2}
    node = composed(text)
    number = child(node, "smmkit")
    edits = [(number.start_mark.index, number.end_mark.index, "2")]
    services: list[Service] = []
    if isinstance(values.get("scope"), dict) and "services" in values["scope"]:
        check_services(values["scope"]["services"])
        services, *cut = cut_out(text, child(node, "scope"))
        edits.append((cut[0], cut[1], ""))
        expected["scope"] = {n: v for n, v in values["scope"].items() if n != "services"}
    new = renewed(with_edits(text, edits))
    if Source.parse(HOME, new.encode()).values != expected:
        raise SmmError(CANNOT_CUT)
    if not services:
        return Change({HOME: new})
    path, register, unit = register_of(values, services, taken)
    ending = "\r\n" if "\r\n" in text else "\n"
    look = say(
        "{path}: every service got the unit {unit} as its `owner`; look at each one",
        path=path,
        unit=unit,
    )
    return Change({HOME: new, path: register.replace("\n", ending)}, (look,))


def check_services(services: Any) -> None:
    """Services as format 1 had them: a list of texts.

    Raises:
        SmmError: they are something else.
    """
    known = [] if services is None else services
    if not isinstance(known, list) or not all(isinstance(s, str) and s.strip() for s in known):
        raise SmmError(say("qms.yaml: each item of `scope.services` must be text; mend this first"))


def cut_out(text: str, scope: Any) -> tuple[list[Service], int, int]:
    """The services below `scope`, with their comments; and from where to where they stand.

    Raises:
        SmmError: they share a line with something else.
    """
    key, value = pair(scope, "services")
    items = value.value if value.id == "sequence" else []
    start = key.start_mark.index
    end = items[-1].end_mark.index if items and not value.flow_style else value.end_mark.index
    end = start + len(text[start:end].rstrip())
    if scope.flow_style:
        after = re.compile(r"\s*,[ \t]*").match(text, end)
        before = re.search(r",\s*\Z", text[:start])
        end = after.end() if after else end
        start = before.start() if before and not after else start
    else:
        line = 1 + max(text.rfind("\n", 0, start), text.rfind("\r", 0, start))
        if text[line:start].strip(" \ufeff"):
            raise SmmError(CANNOT_CUT)
        start, end = line, end_of_lines(text, end, key.start_mark.column)
    gaps = [key.end_mark.index, *(item.end_mark.index for item in items)]
    begins = [*(item.start_mark.index for item in items), end]
    return noted(items, [text[a:b] for a, b in zip(gaps, begins, strict=True)]), start, end


def end_of_lines(text: str, end: int, column: int) -> int:
    """Where a block ends: behind its last line, and behind the comments that stand deeper than it."""
    newline = r"(?:\r\n|\r|\n)"
    deeper = rf"(?:(?:{newline}[ \t]*)*{newline}[ ]{{{column + 1},}}#[^\r\n]*)*"
    found = re.compile(rf"[^\r\n]*{deeper}{newline}?").match(text, end)
    return found.end() if found else end


def noted(items: Iterable[Any], gaps: list[str]) -> list[Service]:
    """Every service with the comments above it and behind it; the last one takes those below."""
    found: list[Service] = []
    for item, above, below in zip(items, gaps, gaps[1:], strict=False):
        first = not found
        lines, more = above.splitlines(), below.splitlines()
        around = [*(lines if first else lines[1:]), *(more if below is gaps[-1] else more[:1])]
        notes = [mark[0].strip() for line in around if (mark := COMMENT.search(line))]
        found.append(Service(item.value, tuple(notes)))
    return found


COMMENT = re.compile(r"(?:^|(?<=[\s:,\]]))#.*")


def renewed(text: str) -> str:
    """A text in which the comments of the old form say what is so now."""
    kept = []
    for line in text.splitlines(keepends=True):
        words = line.rstrip("\r\n")
        new = OUTWORN.get(words, words)
        if new is not None:
            kept.append(new + line[len(words) :])
    return "".join(kept)


def register_of(
    values: Values, services: list[Service], taken: Collection[str]
) -> tuple[str, str, str]:
    """The path and the text of a register of services, and the unit that they were given to.

    Raises:
        SmmError: there is no unit that could be their owner.
    """
    from smmkit.new.document import path_for
    from smmkit.new.ids import ids_after, next_id
    from smmkit.yaml_text.emit import Quoted, document_text

    units = [unit["id"] for unit in values.get("units") or () if isinstance(unit, dict)]
    if not units:
        raise SmmError(say("there is no unit yet; write one under `units:` in qms.yaml"))
    speech = language((values.get("organization") or {}).get("language", "id"))
    check = speech.say(say("{mark} the unit that gives this service", mark=FILL_IN))
    home = next_id("DL", (), taken)
    owner = values["owner"] if values.get("owner") in units else units[0]
    entries: list[Values] = []
    comments: dict[Path, tuple[str, ...]] = {}
    ids = ids_after("LAY", (), {*taken, home})
    for index, service in enumerate(services):
        entries.append({"id": next(ids), "title": service.title, "owner": units[0]})
        comments["entries", index] = service.notes
        comments["entries", index, "owner"] = (f"# {check}",)
    standard = (values.get("standards") or [DEFAULT_STANDARD])[0]
    class_ = values.get("classification")
    register = {
        "kind": "services",
        "id": home,
        "title": speech.say(say("Register of services")),
        "version": Quoted("1"),
        "owner": owner,
        "classification": class_ if isinstance(class_, str) else None,
        "clauses": [Quoted("4.3")] if standard == DEFAULT_STANDARD else [],
        "entries": entries,
    }
    head = speech.say(say("The services that the QMS covers, from qms.yaml of format 1."))
    return path_for("services", home), f"# {head}\n{document_text(register, comments)}", units[0]


CANNOT_CUT = say(
    "qms.yaml is written in a way that cannot be changed safely; move `scope.services` into a "
    "register of the kind services by hand, and write `smmkit: 2`"
)
