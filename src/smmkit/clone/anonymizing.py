"""Names in a text that was taken: those of the agency become those of the new one, people go."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from smmkit.model.fields import fields_of
from smmkit.yaml_text.nodes import CannotCutError, Path, composed, leaves
from smmkit.yaml_text.reading import read
from smmkit.yaml_text.scalars import escaped, scalar

DEGREE = re.compile(r"^(?:\w{1,5}\.\s*)+|,(?s:.*)")
"""What stands before and behind a name: Dr., Hj., S.Sos."""


class Names:
    """Old names, and what stands for each."""

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self.pairs = {" ".join(old.split()): new for old, new in pairs.items() if old.strip()}
        longest = sorted(self.pairs, key=len, reverse=True)
        any_ = "|".join(r"\s+".join(map(re.escape, old.split())) for old in longest)
        self.pattern = re.compile(rf"(?<![\w@/.-])(?:{any_})(?![\w@]|[-/.]\w)")

    def replaced_in(self, text: str) -> str:
        """A text with the new names."""
        if not self.pairs:
            return text
        return self.pattern.sub(lambda found: self.pairs[" ".join(found[0].split())], text)

    @property
    def tame(self) -> bool:
        """Whether every new name can stand in any text of YAML as it is."""
        return all(
            re.fullmatch(r"[^\W\d][\w ()./-]*|\([\w ()./-]*", n) for n in self.pairs.values()
        )


def of_person(title: str) -> Iterator[str]:
    """A name as it may stand in a text: as in the register, and without degrees."""
    yield title
    without = DEGREE.sub("", DEGREE.sub("", title)).strip()
    if " " in without:
        yield without


def free_texts(type_: type[BaseModel], values: Any, path: Path = ()) -> Iterator[Path]:
    """Where a person wrote text of any sort: no id, no word of a list, no path."""
    for name, value in values.items():
        field = fields_of(type_)[name]
        is_bound = field.reference is not None or "pattern" in field.limits
        if name in {"id", "kind", "version"} or is_bound:
            continue
        many = isinstance(value, list)
        for index, item in enumerate(value if many else [value]):
            here = (*path, name, index) if many else (*path, name)
            if field.part is not None and isinstance(item, dict):
                yield from free_texts(field.part, item, here)
            elif field.type is str and isinstance(item, str):
                yield here


def renamed(text: str, type_: type[BaseModel], names: Names) -> str:
    """The YAML of a document with the new names, in texts and comments.

    Raises:
        CannotCutError: it would say something else than it should.
    """
    values = read("", text)
    free = frozenset(free_texts(type_, values))
    new, at = "", 0
    for start, end, path, style in sorted(leaves(text, composed(text))):
        new += names.replaced_in(text[at:start])
        raw = text[start:end]
        new += requoted(raw, style, names) if path in free else raw
        at = end
    new += names.replaced_in(text[at:])
    if read("", new) != wished(values, (), free, names):
        raise CannotCutError
    return new


def requoted(raw: str, style: str, names: Names) -> str:
    """A value with the new names, quoted as it was; in double quotes where it must be."""
    new = names.replaced_in(raw)
    if new == raw or style in {"|", ">"} or names.tame:
        return new
    if style:
        quoted = Names({old: escaped(name, style) for old, name in names.pairs.items()})
        return quoted.replaced_in(raw)
    return scalar(names.replaced_in(" ".join(raw.split())))


def wished(values: Any, path: Path, free: Collection[Path], names: Names) -> Any:
    """The values as they are to be."""
    if isinstance(values, dict):
        return {k: wished(v, (*path, k), free, names) for k, v in values.items()}
    if isinstance(values, list):
        return [wished(v, (*path, i), free, names) for i, v in enumerate(values)]
    return names.replaced_in(values) if path in free else values
