"""A hospital's SPO, or a job sheet: a form with a word at the left and what it says at the right."""

from __future__ import annotations

import re
from typing import Any

from smmkit.intake.boxes import SHORT, Boxes, lines_of, version
from smmkit.intake.boxes import SORT as KIND
from smmkit.intake.forms.base import titled
from smmkit.intake.outside import Known, tell_block
from smmkit.intake.result import NO_OWNER, Result, items
from smmkit.intake.units import unit_of
from smmkit.intake.ways import settle
from smmkit.intake.words import any_of, comparable, data, meaning
from smmkit.office.grid import Grid
from smmkit.words import say
from smmkit.yaml_text.emit import Quoted

NEEDED = ("steps", ("definition", "purpose", "policy"))
HOUSE = re.compile(
    r"^(rs|rsud|rsu|rumah sakit|puskesmas|klinik|pemerintah|dinas|badan|logo)\b", re.I
)
"""How the name of the house begins, which is no title."""

NO_VERB = (
    "medis|meja|merah|merek|merk|mereka|melalui|menurut|mengenai|menit|memo|meter|metode|memang|berkas|berita"
    "|bersama|berdasarkan|berikut|berupa|beserta|berat|bersih|berbagai|beberapa|berapa|berwenang|berlaku"
)
ACTOR = re.compile(
    rf"^([A-Z][^,.;:]{{1,50}}?)\s+(?=(?!(?:{NO_VERB})\b)(?:me[a-z]{{3,}}|ber[a-z]{{3,}})\b)"
)
SORT = re.compile(rf"^(?:{any_of('procedure_papers')})\b", re.I)
"""What sort of paper a line says it is."""

PART_HEAD = re.compile(r"\s*(?:[A-Z]|[IVX]{1,4})[.)]\s|.{3,60}:\s*\Z")
"""A line that names a part of the steps, where numbered ones follow: `A. Persiapan`."""

STEP_NUMBER = re.compile(r"\s*\d{1,2}[.)]")
OWN_NUMBER = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){1,2}|\d{1,2}(?=[.)]))[.)]?\s+(?=\D)")
"""The number of a step, also of one below a part: `4.1`."""

DOER = re.compile(r"pe(?:m|n|ng|ny)[a-z]{3,20}(?<!kan)(?<!i)")
"""Somebody named after what they do: pemohon, penyelia."""

LETTERED = re.compile(r"\s*\(?[a-z][.)]\s")
"""Who does it, where a sentence begins so: `Petugas triase menerima pasien`."""


def form_of(
    grid: Grid,
) -> tuple[dict[str, tuple[str, Any]], list[tuple[Any, str]]] | None:
    """What each word of the form says, and where; and its lines that no word heads. None if it is none."""
    found: dict[str, tuple[str, Any]] = {}
    others: list[tuple[Any, str]] = []
    last = ""
    for row, cells in enumerate(grid.rows):
        said = list(dict.fromkeys(text for text in cells if text.strip(" :")))
        label = said[0].strip(" :") if len(said) > 1 else ""
        role = meaning(label, "spo")
        place = grid.place_of(row, min(1, len(cells) - 1))
        more = said if last and not cells[0].strip() else said[1:] if role == last else []
        if role and role not in found:
            found[role] = (as_lines(said[1:]), place)
            last = role
        elif last and more:
            found[last] = (f"{found[last][0]}\n{as_lines(more)}", found[last][1])
        elif found and label and meaning(label, "identity") not in SHORT:
            others.append((place, " | ".join(said)))
    if NEEDED[0] in found and any(one in found for one in NEEDED[1]):
        return found, others
    return None


def as_lines(said: list[str]) -> str:
    """What the cells of a row say, each in its own line; a number stays with its text."""
    is_numbered = len(said) > 1 and STEP_NUMBER.fullmatch(said[0])
    return "\n".join([" ".join(said[:2]), *said[2:]] if is_numbered else said)


def read(
    result: Result,
    form: tuple[dict[str, tuple[str, Any]], list[tuple[Any, str]]],
    grids: list[Grid],
    name: str,
) -> set[int]:
    """One procedure from the form and the boxes above it: which grids have the boxes."""
    found, others = form
    id_ = result.fresh("SOP")
    boxes = Boxes(grids, {id(grid): parts_begin(grid) for grid in grids})
    steps = steps_of(result, id_, found["steps"][0])
    title = boxes.line("title") or title_of(grids) or assumed_title(result, id_, grids, name)
    texts = {role: " ".join(said.split()) for role, (said, _) in found.items()}
    defined = texts.get("definition")
    note = result.speech.say(say("Definition: {text}", text=defined)) if defined else None
    result.add(
        "procedure",
        {
            "kind": "procedure",
            "id": id_,
            "title": titled(title),
            "version": Quoted(version(boxes, result, id_)),
            "owner": result.owner,
            "clauses": [Quoted("4.4.2"), Quoted("8.5.1")],
            "classification": result.class_,
            "number": boxes.line("number") or None,
            "purpose": texts.get("purpose"),
            "legal_basis": items(found["policy"][0]) if "policy" in found else [],
            "equipment": items(found["equipment"][0]) if "equipment" in found else [],
            "distribution": units(result, found),
            "steps": steps,
            "effective": boxes.day("effective", result.unread),
            "note": note,
        },
    )
    if result.owner is None:
        result.blanks.append((id_, NO_OWNER))
    tell(result, boxes, others)
    for grid in grids:
        if id(grid) in boxes.grids or grid is grids[0]:
            tell_block(result, grid, [*range(boxes.ends[id(grid)])], Known(result, []))
    heads = (say("No."), say("Activity"), say("Actor"))
    rows = [(n, one["activity"], one["actor"]) for n, one in enumerate(steps, 1)]
    result.show(say("{id}: {title}", id=id_, title=titled(title)), heads, rows)
    return boxes.grids


def parts_begin(grid: Grid) -> int:
    """The row of the first part of the form, below which no box of its head stands."""
    heads = (n for n, row in enumerate(grid.rows) if meaning(row[0].strip(" :"), "spo"))
    return next(heads, len(grid.rows))


def assumed_title(result: Result, id_: str, grids: list[Grid], name: str) -> str:
    """A title for a paper that says none in its form: the line above its table, else the name of the file."""
    if title := named_above(grids):
        why = say("the title, from the line above the table: {text}", text=title)
        result.assumed.append((id_, why))
        return title
    result.assumed.append((id_, say("the title: the name of the file")))
    return name


def tell(result: Result, boxes: Boxes, others: list[tuple[Any, str]]) -> None:
    """Tell who has signed, and the lines that no word heads."""
    for what in ("made", "revised", "approved_by"):
        if text := boxes.line(what):
            why = say("no field takes it; an approval is recorded by smm approve")
            result.unread.append((boxes.place_of(what), text, why))
    for place, text in others:
        result.unread.append((place, text, say("this line of the form was not taken")))


def title_of(grids: list[Grid]) -> str:
    """The title, where no word stands before it: the longest text at the top that is no label."""
    rows = grids[0].rows[:2] if grids and grids[0].name else ()
    cells = (t for row in rows if not meaning(row[0].strip(" :"), "identity") for t in row)
    found = [head for text in cells if not HOUSE.match(text) and (head := head_of(text))]
    return max(found, key=len, default="")


def head_of(text: str) -> str:
    """What a cell at the top says before its first box and behind the word for its sort."""
    head, _ = lines_of(text)
    head = "" if KIND.fullmatch(head) else SORT.sub("", head).strip(" :")
    return head if len(head) > len("SPO") and not meaning(head, "identity") else ""


def named_above(grids: list[Grid]) -> str:
    """The title in a line above the form: behind the word for its sort, else the line below that word."""
    lines = [line for line in (grids[0].above if grids else ()) if not HOUSE.match(line)]
    bare = [SORT.sub("", line).strip(" :") for line in lines]
    return next((line for line in reversed(bare) if line and ":" not in line), "")


def steps_of(result: Result, id_: str, text: str) -> list[dict[str, Any]]:
    """The steps of a text, one of each line; lines with a letter below a numbered one are parts of it."""
    found: list[dict[str, Any]] = []
    numbers: list[str] = []
    is_numbered, part = False, ""
    lines = text.splitlines()
    below = sum("." in own[1] for line in lines if (own := OWN_NUMBER.match(line))) > 1
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if PART_HEAD.match(line) and STEP_NUMBER.match(after) and not STEP_NUMBER.match(line):
            part = " ".join(line.split())
            continue
        if found and is_numbered and LETTERED.match(line):
            note = " ".join(line.split())
            found[-1]["note"] = "; ".join(filter(None, (found[-1].get("note"), note)))
            continue
        is_numbered = is_numbered or bool(STEP_NUMBER.match(line))
        own = OWN_NUMBER.match(line) if below or STEP_NUMBER.match(line) else None
        texts = [line[own.end() :]] if own else items(line)
        if len(lines) > 1 and not own:
            texts = ["; ".join(texts)] if texts else []
        more = [step(result, id_, one, len(found) + n) for n, one in enumerate(texts, 1)]
        numbers += [own[1] if own else ""] * len(more)
        if more and part:
            more[0]["note"], part = part, ""
        found += more
    numbered(result, id_, found, numbers)
    return found


def numbered(result: Result, id_: str, steps: list[dict[str, Any]], numbers: list[str]) -> None:
    """Let each step lead where its text says, by the numbers of the paper; none where they begin anew."""
    own = [number for number in numbers if number]
    for n, step in enumerate(steps):
        known = numbers[n] if len(set(own)) == len(own) else ""
        step |= {"note": step.get("note"), "no": known if own else str(n + 1)}
    settle(result, id_, steps)


def step(result: Result, id_: str, text: str, n: int) -> dict[str, Any]:
    """A step from one line; who does it is what stands before the verb, which is told."""
    found = ACTOR.match(text)
    if found is None or not is_doer(found[1]):
        return {"activity": text, "actor": result.blank(id_, say("actor of step {n}", n=n))}
    result.assumed.append((id_, say("who does step {n}: {actor}", n=n, actor=found[1])))
    rest = text[found.end() :]
    return {"activity": rest[:1].upper() + rest[1:], "actor": found[1]}


def is_doer(text: str) -> bool:
    """Whether what stands before a verb is somebody who does it, and not what is done: `Basahi tangan`."""
    first, words = text.split(maxsplit=1)[0], comparable(text).split()
    is_somebody = words[0] in data()["doers"] or first.isupper() or DOER.fullmatch(words[0])
    return bool(is_somebody) and not any(word in data()["no_doers"] for word in words)


def units(result: Result, found: dict[str, tuple[str, Any]]) -> list[str]:
    """The units that get it; who is none of qms.yaml is told."""
    said, place = found.get("units", ("", ""))
    known = []
    for text in re.split(r"[,;\n]", said):
        bare = re.sub(r"^\s*\d{1,2}[.)]\s*", "", text).strip()
        if not bare:
            continue
        if unit := unit_of(result.qms, bare):
            known.append(unit)
        else:
            result.unread.append((place, bare, say("this is no unit of qms.yaml")))
    return list(dict.fromkeys(known))
