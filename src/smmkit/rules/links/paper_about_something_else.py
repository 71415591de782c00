"""SMM695 paper-about-something-else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath

from smmkit.analyses.references.beside import parts_around
from smmkit.analyses.references.links import Link, links
from smmkit.analyses.texts.stems import roots
from smmkit.documents import Information
from smmkit.documents.submission import Submission
from smmkit.model.marks import FILE
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say
from smmkit.yaml_text.source import strings_in

SAYS = 2
"""So many words in the name of a file tell what it is about."""


@rule(
    "SMM695",
    "paper-about-something-else",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3",
    filled=True,
    whole=(Information,),
)
def paper_about_something_else(qms: Qms) -> Problems:
    """A file that shows something is not the one that another document names for a matter of its own.

    Why: the paper is there, so nobody looks; the auditor opens it, and it is the attendance list of another
    event. A file is told whose name shares no word with one of two documents that name it, but with the
    other one, where neither of the two names the other.
    """
    named: dict[str, list[Link]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for link in qms.fact(links):
        names[link.document.id].add(link.target)
        if link.mark is FILE and not isinstance(link.document, Submission):
            named[PurePosixPath(link.target).name].append(link)
    for file, found in named.items():
        said = roots(PurePosixPath(file).stem.replace("_", " "), qms)
        if len(said) < SAYS or len({link.document.id for link in found}) == 1:
            continue
        fit = {link.document.id for link in found if speaks_of(link, said, names, qms)}
        back = names_of(fit, names)
        for link in found:
            id_ = link.document.id
            if fit and id_ not in back and fit.isdisjoint({id_, *names[id_]}):
                yield problem(
                    link.document,
                    *link.steps,
                    message=say(
                        "{file} shows {others}, and nothing of this", file=file, others=sorted(fit)
                    ),
                    hint=say("name the paper that shows this one"),
                )


def speaks_of(link: Link, said: set[str], names: Mapping[str, set[str]], qms: Qms) -> bool:
    """Whether the words beside a file say one of its name."""
    around, named = parts_around(link.document, link.steps), names[link.document.id]
    texts = (text for part in around for text in strings_in(part) if text not in named)
    return not said.isdisjoint(roots(" ".join(texts), qms))


def names_of(ids: set[str], names: Mapping[str, set[str]]) -> set[str]:
    """All that some documents name."""
    return set().union(*(names[id_] for id_ in ids))
