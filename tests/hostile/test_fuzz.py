"""Files that chance has made: whatever they hold, an answer comes of them, and no exception but ours.

`make fuzz` tries longer: it sets how many of each are made, and stops at one that takes long.
"""

from __future__ import annotations

import io
import os
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smmkit.bundle import bag
from smmkit.bundle.verify import verify
from smmkit.cells import Cells
from smmkit.errors import SmmError
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.location import SourceError
from smmkit.office.reading import grids, paper
from smmkit.office.zipped import OfficeError
from smmkit.problem import Severity
from smmkit.rules import judged
from smmkit.rules.asking import CRASHED
from smmkit.words import language
from smmkit.yaml_text.source import Source

ASKED = os.environ.get("SMM_FUZZ")
MANY = int(ASKED or "30")
"""How many files of each sort."""

fuzzed = settings(
    max_examples=MANY,
    deadline=10_000 if ASKED else None,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
)
SPEECH = language("id")

EXAMPLE = Path(__file__).parent.parent.parent / "example-qms"
TEXTS = [
    (EXAMPLE / name).read_text("utf-8")
    for name in ("qms.yaml", "sop/cuti.md", "kebijakan/KM-01.md")
    if (EXAMPLE / name).is_file()
]
PIECES = st.sampled_from(
    [
        *(
            "kind: ",
            "procedure",
            "glossary",
            "objective",
            "id: ",
            "SOP-01",
            "title: ",
            "\n",
            "\n  ",
            "- ",
        ),
        *(
            ": ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "|",
            ">",
            "#",
            "'",
            '"',
            "\\",
            "&a",
            "*a",
            "!!str ",
            "<<: ",
            "? ",
        ),
        *(
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "\t",
            "\r",
            "\x00",
            "\u2028",
            "\ufeff",
            "é",
            "😀",
            "\ud7ff",
        ),
        *(
            "1",
            "1.5",
            "0x1f",
            ".nan",
            "~",
            "null",
            "yes",
            "2019-12-31",
            "9" * 400,
            "a" * 200,
            " " * 70,
        ),
        *("terms:\n", "steps:\n", "approvals:\n", "version: ", '"1"\n', "owner: SEK\n"),
    ]
)
GLUED = st.lists(PIECES | st.text(max_size=4), max_size=60).map("".join)


@st.composite
def edited(draw, whole):
    """A text or bytes with stretches taken out, put in, and repeated."""
    text = draw(st.sampled_from(whole))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        size = draw(st.sampled_from([0, 1, 2, 8, 80]))
        piece = draw(GLUED) if isinstance(text, str) else draw(st.binary(max_size=8))
        again = text[at : at + size] * draw(st.sampled_from([0, 1, 2, 50]))
        text = text[:at] + piece + again + text[at + size :]
    return text


def looked_into(files: dict[str, str | bytes]) -> None:
    """Load it, ask every rule, and say all in words."""
    encoded = {
        k: v.encode("utf-8", "replace") if isinstance(v, str) else v for k, v in files.items()
    }
    qms = load(Memory(encoded), date(2026, 3, 2))
    diagnostics, _ = judged(qms)
    for one in diagnostics:
        assert one.rule is not CRASHED, SPEECH.say(one.problem.message)
        assert one.at.line >= 1
        SPEECH.say(one.problem.message)
        SPEECH.say(one.problem.hint)
    assert qms.documents or any(d.rule.severity is Severity.ERROR for d in diagnostics)


@fuzzed
@given(GLUED | edited(TEXTS), st.sampled_from(["x.yaml", "x.md", "qms.yaml"]))
def test_any_yaml(text, name):
    data = text.encode("utf-8", "replace")
    with suppress(SourceError):
        source = Source.parse(name, data)
        for key in source.values:
            source.at(key)
    looked_into({"qms.yaml": TEXTS[0], name: text})


@fuzzed
@given(
    st.lists(st.sampled_from([*'period,value;\t"\n\r', "2020", "1.5", "sep=;\n", "é", "\x00"])).map(
        "".join
    )
)
def test_any_table(text):
    data = text.encode()
    with suppress(SourceError):
        cells = Cells.parse("a.csv", data)
        for line, row in cells.rows:
            for column in range(len(row) + 1):
                cells.at(line, column)
            for cell in row:
                cells.number(cell)
    with suppress(OfficeError):
        grids("a.csv", data)


def workbook() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in ([1, "a", None], [date(2020, 1, 1), 2.5, "=A1"], ["x", True, "y\nz"]):
        book.active.append(row)
    book.active.merge_cells("A1:B2")
    book.save(out)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


BOOK = parts(workbook())


@fuzzed
@given(st.sampled_from(sorted(BOOK)), st.data())
def test_any_workbook(name, data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in BOOK.items():
            text = content.decode()
            archive.writestr(part, data.draw(edited([text])) if part == name else text)
    for each in (out.getvalue(), data.draw(edited([out.getvalue()]))):
        paper("a.xlsx", each)
        with suppress(OfficeError):
            grids("a.xlsx", each)


def bundle() -> bytes:
    with TemporaryDirectory() as folder:
        bag.write(Path(folder, "b.zip"), {"a": b"1", "b/c": b"2"}, [("A", "b")], {"V.txt": b"v"})
        return Path(folder, "b.zip").read_bytes()


BAG = bundle()
TAGS = parts(BAG)


@fuzzed
@given(st.sampled_from(sorted(TAGS)), st.data())
def test_any_bag(name, data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in TAGS.items():
            archive.writestr(part, data.draw(edited([content])) if part == name else content)
    for each in (out.getvalue(), data.draw(edited([BAG]))):
        with TemporaryDirectory() as folder:
            Path(folder, "b.zip").write_bytes(each)
            with suppress(SmmError):
                for fault in verify(Path(folder, "b.zip")).faults:
                    SPEECH.say(fault.message)
