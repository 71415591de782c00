"""The one door to typst: a template of ours and data of anybody's, made into a PDF that lasts."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from types import MappingProxyType
from typing import Any

from smmkit.templates import FONTS, templates

TEMPLATES = templates()
STANDARDS = ("a-2a", "ua-1")
NO_FILES: Mapping[str, bytes] = MappingProxyType({})
EPOCH = date(1970, 1, 1)
UNPRINTABLE = re.compile(
    "[^\n -~\u00a0-\u01c3\u01c5-\u02b9\u0300-\u036f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f"
    "\u0621-\u063a\u0640-\u0655\u0660-\u066d\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u205e"
    "\u2074-\u208e\u20a0-\u20bf\u2153-\u2189\u2190-\u2213\u2217-\u2220\u2241-\u2269\u2500-\u25ff"
    "\u2605\u2606\u2610-\u2612\u2713\u2714\u2717\u2718\ufffd]"
)


def typeset(
    template: str,
    data: Mapping[str, Any],
    *,
    language: str,
    day: date,
    files: Mapping[str, bytes] = NO_FILES,
) -> bytes:
    """templates/<template>.typ with its data as PDF/A-2a and PDF/UA-1; the same bytes each time.

    A template reads what it is given (`language`, `day`, `data`) from /given.json, and each of
    `files` from /files/<name>; it imports its neighbours from the root (`/parts.typ`).

    Why: what people wrote travels as JSON, so it can never become code. A warning of the compiler
    counts as an error, since it means that something was left out. Bugs of ours are RuntimeErrors.
    """
    given = {"language": language, "day": day.isoformat(), "data": printable(data)}
    job = Job(template, json.dumps(given), day.isoformat(), files)
    return _setters[-1](job) if _setters else compiled(job)


@dataclass(frozen=True, slots=True)
class Job:
    """A paper to be set: its template, what that is given, and the day that the PDF bears."""

    template: str
    given: str
    day: str
    files: Mapping[str, bytes] = field(default_factory=dict)

    def packed(self) -> bytes:
        """As bytes, for another process."""
        files = {name: b64encode(content).decode() for name, content in self.files.items()}
        return json.dumps([self.template, self.given, self.day, files]).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> Job:
        """What another process has packed."""
        template, given, day, files = json.loads(data)
        return cls(template, given, day, {name: b64decode(part) for name, part in files.items()})


_setters: list[Callable[[Job], bytes]] = []


@contextmanager
def setting_by(setter: Callable[[Job], bytes]) -> Iterator[None]:
    """While this is open, papers are set by somebody else."""
    _setters.append(setter)
    try:
        yield
    finally:
        _setters.remove(setter)


def compiled(job: Job) -> bytes:
    """The PDF of a job.

    Raises:
        RuntimeError: a template of ours is wrong, or left something out.
    """
    import typst  # takes its time

    try:
        pdf, warnings = typst.compile_with_warnings(  # type: ignore[call-overload]
            {
                "main.typ": (TEMPLATES / f"{job.template}.typ").read_bytes(),
                "given.json": job.given.encode(),
                **{f"files/{name}": content for name, content in job.files.items()},
            },
            root=TEMPLATES,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            pdf_standards=list(STANDARDS),
            timestamp=(date.fromisoformat(job.day) - EPOCH).days * 86_400,
        )
    except typst.TypstError as error:
        raise RuntimeError(complaint(job.template, error)) from error
    if warnings:
        raise RuntimeError(complaint(job.template, warnings[0]))
    return bytes(pdf)


@cache
def _fonts() -> Any:
    """Our letters, looked for once."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


AT_ONCE = 25
"""So many drawings are one job of the compiler; jobs run side by side, and what each holds is let go."""


def pictures(drawings: Sequence[str], ppi: int = 150) -> list[bytes]:
    """Each SVG as a PNG with the letters of our fonts; the same bytes each time."""
    jobs = [drawings[n : n + AT_ONCE] for n in range(0, len(drawings), AT_ONCE)]
    with ThreadPoolExecutor() as pool:
        return [one for made in pool.map(partial(_pictures, ppi=ppi), jobs) for one in made]


def _pictures(drawings: Sequence[str], ppi: int) -> list[bytes]:
    import typst

    files = {f"{n}.svg": drawing.encode() for n, drawing in enumerate(drawings)}
    source = (
        "#set page(width: auto, height: auto, margin: 0pt, fill: white)\n"
        + "#pagebreak()\n".join(f'#image("{name}")\n' for name in files)
    )
    drawn = typst.compile(
        {"main.typ": source.encode(), **files},
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="png",
        ppi=ppi,
    )
    return [bytes(one) for one in (drawn if isinstance(drawn, list) else [drawn])]


def printable(value: Any) -> Any:
    """The same values with text that our fonts can show; what they cannot is named: [U+1F600].

    Why: PDF/A forbids a character without a glyph, and a reader must see that one is missing.
    """
    match value:
        case str():
            text = value.replace("\r\n", "\n").replace("\t", " ")
            return UNPRINTABLE.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
        case Mapping():
            return {key: printable(part) for key, part in value.items()}
        case Iterable():
            return [printable(part) for part in value]
    return value


def complaint(template: str, fault: Any) -> str:
    """What the compiler says about a template: the fault, its place, its hints."""
    return f"templates/{template}.typ:\n{fault.diagnostic.strip()}"
