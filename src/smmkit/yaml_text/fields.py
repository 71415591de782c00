"""A value at the top level of a person's file; all else in it stays as it is, to the byte."""

from __future__ import annotations

import re

from smmkit.errors import SmmError
from smmkit.words import say
from smmkit.yaml_text.edit import BOM, end_of_fields, says
from smmkit.yaml_text.scalars import scalar
from smmkit.yaml_text.source import Source


def with_value(path: str, data: bytes, name: str, value: str) -> bytes:
    """The file in which a field at its top level has this value: in its own line, in that of its
    form (`# name:`), or in a new line behind the others.

    Raises:
        SmmError: the field stands there in more than one line, or the file cannot be written so.
    """
    old = Source.parse(path, data)
    start = BOM if data.startswith(BOM) else b""
    lines = data.removeprefix(BOM).decode().split("\n")
    ends = "\r" if lines and lines[0].endswith("\r") else ""
    line = f"{name}: {scalar(value)}{ends}"
    plain = [one.removesuffix("\r") for one in lines]
    last = end_of_fields(path, plain)
    pattern = re.compile(rf"(?:# ?)?{re.escape(name)}:(?:\s.*)?")
    at = next((n for n, one in enumerate(plain[:last]) if pattern.fullmatch(one)), None)
    if at is None:
        if last == len(lines):
            lines.append("")
        lines.insert(last, line)
    else:
        lines[at] = line
    after = start + "\n".join(lines).encode()
    if not says(path, after, {**old.values, name: value}):
        raise SmmError(say("{path}: write `{line}` there yourself", path=path, line=line.strip()))
    return after
