"""SMM996 term-not-explained."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.wishes import GUIDE
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.glossary import Glossary, Term
from smmkit.model.part import Part, Text
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say

ENOUGH = 6
"""So many words a meaning has before it is looked into: a shorter one is told elsewhere, or is a synonym."""


class Terms(Part):
    """The terms that a glossary explains."""

    terms: tuple[Text, ...] = (
        "=mutu|=quality",
        "mutu terpadu|total quality|TQM",
        "on-site|di lokasi|di tempat",
        "off-site|di luar lokasi|jarak jauh",
        "audit internal|internal audit",
        "audit eksternal|external audit",
        "surveilan|surveillance",
    )
    """Each term, other words for it behind a stroke: `surveilan|surveillance`; `=mutu` is a whole title."""


@rule(
    "SMM996",
    "term-not-explained",
    severity=Severity.WARNING,
    source="juknis I.D",
    clause="7.3",
    filled=True,
    settings=Terms,
    whole=(Glossary,),
)
def term_not_explained(qms: Qms, settings: Terms) -> Problems:
    """The glossary explains the terms that the guide defines: quality, TQM, the sorts of audits.

    Why: who takes an off-site audit for an internal one prepares the wrong papers.
    """
    glossaries = [one for one in qms.of(Glossary) if is_live(one, qms)]
    for paper in glossaries:
        for index, entry in enumerate(paper.entries):
            if means_another(entry, qms):
                yield problem(
                    paper,
                    "entries",
                    index,
                    "meaning",
                    message=say(
                        "this is not what {term} means: {meaning}",
                        term=entry.title,
                        meaning=entry.meaning,
                    ),
                    hint=say(
                        "look it up in the guide or the standard, and say it in words of your own"
                    ),
                )
    if not glossaries or GUIDE not in qms.standard_ids:
        return
    entries = [one for paper in glossaries for one in paper.entries]
    said = [text.casefold() for one in entries for text in (one.title, one.english or "")]
    missing = [
        names[0].removeprefix("=")
        for names in (term.split("|") for term in settings.terms)
        if not any(explains(text, name.casefold()) for name in names for text in said)
    ]
    if missing:
        yield problem(
            glossaries[0],
            "entries",
            message=say("{id} does not explain: {terms}", id=glossaries[0].id, terms=missing),
            hint=say("add each with its meaning here"),
        )


def means_another(entry: Term, qms: Qms) -> bool:
    """Whether the meaning of a known term has none of the words that it takes to say it."""
    names = [one.casefold() for one in (entry.title, entry.english or "")]
    said = len(entry.meaning.split()) >= ENOUGH
    return said and any(
        any(explains(name, one.casefold()) for name in names for one in term.split("|"))
        and not pattern_of(words).search(entry.meaning)
        for term, words in qms.fact(vocabulary).explained_by.items()
    )


def explains(text: str, term: str) -> bool:
    """Whether an entry is about a term: its title has it, or is it."""
    return text.partition("(")[0].strip() == term[1:] if term.startswith("=") else term in text
