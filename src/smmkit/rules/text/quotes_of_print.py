"""SMM113 quotes-of-print."""

from __future__ import annotations

from collections import defaultdict
from json import dumps

from smmkit.location import Path
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say
from smmkit.yaml_text.misread import quoted_in_print


@rule("SMM113", "quotes-of-print", source="ISO 9001, 7.5.3.1", clause="7.5.3.1")
def quotes_of_print(qms: Qms) -> Problems:
    """A value is put in straight quotes, not in those of print.

    Why: Word writes “1” for "1"; to YAML these quotes are letters, and the version is no longer 1.
    """
    told: dict[str, list[Path]] = defaultdict(list)
    for _, one in qms.found:
        if one.steps:
            told[one.path].append(one.steps)
    for path, source in qms.sources.items():
        quoted = [*quoted_in_print(path, source.yaml)]
        places = {(at.line, at.column) for at in source.places(told[path] if quoted else ())}
        for at, text in quoted:
            if (at.line, at.column) in places:
                continue  # that it is no day, no number, no word of a list: what to write is said there
            yield Problem(
                path,
                (),
                say(
                    "the quotes are those of print, and so they are part of the value {text}",
                    text=text,
                ),
                say(
                    "write {right}, in straight quotes; or, where they are meant, put straight ones "
                    "around them",
                    right=f"`{dumps(text[1:-1], ensure_ascii=False)}`",
                ),
                at=at,
            )
