"""What a field asks for: a sentence, what was seen, a day, more than a word."""

from __future__ import annotations

from typing import Final

from smmkit.analyses.texts.absent import MAY_BE_NONE, MAY_BE_SHORT, is_state, words
from smmkit.documents import Information
from smmkit.documents.base import Entry
from smmkit.model.fields import Field, fields_of

TELLS: Final = words(
    "seen, observed, cause, analysis, conclusion, contribution, purpose, criteria, resources, "
    "justification, effect, result, how, reasons, looked_at, proof, consequences, integrity, "
    "responsibilities, statement, loss, receipt, complaint_channels, sampling, elsewhere, decree, records"
)
"""Fields that ask for what was seen or thought, though some may be left out."""

SHOWS: Final = words(
    "seen, observed, cause, analysis, conclusion, contribution, purpose, justification, how, looked_at, "
    "proof, consequences, statement, reason, gap, elsewhere, effect, criteria, evaluation, resources, "
    "reasons, impartiality, result, competence, authority, duties, channel, sampling, source, contract, "
    "held, kept, strengths, findings, topic, qualifications, decree, integrity, loss, safety, guarantee, "
    "supervision"
)
"""Fields that ask for what was seen or thought, so that "OK" is no answer."""

MAY_BE_WELL: Final = MAY_BE_SHORT.union(words("note, fee, role, holder, actor, bone")) - {"number"}
"""Fields in which a word that says no more than "well" may be all that there is to say."""

NAMED_BY_A_WORD: Final = words(
    "Class, Goal, Mission, PolicyPoint, Scale, SurveyQuestion, Term, Objective"
)
"""Things that may be called "Competent" or "Safe"."""

ASKS_MORE: Final = SHOWS.union(
    words(
        "resources, result, effect, evaluation, when, supervision, guarantee, condition, loss, "
        "integrity, responsibilities, analysis, reasons, controls, monitored, criteria, requirements, action"
    )
) - {"conclusion", "reason"}
"""Fields in which such a sentence is no answer."""

DOES: Final = frozenset({"due", "when"})
"""Parts with one of these fields say under `what` what is done."""

TOLD: Final = frozenset({"ReviewInput", "ReviewDecision"})
"""Parts that say under `what` what was said."""

CAUSED: Final = frozenset({"Feedback", "Risk"})
"""Parts whose cause may be one word: "Banjir"; that of a finding is found out, and takes a sentence."""

LOOKED: Final = words(
    "seen, observed, scope, method, meaning, purpose, looked_at, consequences, gap, elsewhere, analysis, "
    "reasons, conclusion, change_note, integrity, responsibilities, kept"
)
"""Fields that ask for what was seen or thought, so that "well" is too little."""

NAMED: Final = frozenset({"method", "meaning"})
"""Of these those where one word may be the name of it: "Wawancara"."""


def always(field: Field) -> bool:  # noqa: ARG001
    """What a template left says nothing anywhere."""
    return True


def may_not_be_bare(field: Field) -> bool:
    """A dash is no number either."""
    return field.name in {"number", "version", "target"} or may_not_be_short(field)


def may_not_be_short(field: Field) -> bool:
    """Whether one letter is not all that there is to say."""
    return field.name not in MAY_BE_SHORT


def asks_how_things_are(field: Field) -> bool:
    """Whether "none" is no answer."""
    is_asked = field.name in TELLS or (field.required and not field.many)
    return is_asked and field.name not in MAY_BE_NONE


def asks_what_was_seen(field: Field) -> bool:
    """Whether "OK" is no answer: wherever it is not the name of something, or how it is."""
    if field.name == "title":
        return is_title_of_a_matter(field)
    return field.name not in MAY_BE_WELL and not is_state(field)


def is_title_of_a_matter(field: Field) -> bool:
    """Whether a title names a document, or an entry whose name is more than one such word."""
    named = field.owner.__name__
    return issubclass(field.owner, Information | Entry) and named not in NAMED_BY_A_WORD


def asks_when(field: Field) -> bool:
    """Whether a day is asked for."""
    return field.name == "when"


def asks_to_be_looked_at(field: Field) -> bool:
    """Whether one word is too little."""
    is_cause = field.name == "cause" and field.owner.__name__ not in CAUSED
    return field.name in LOOKED or is_told(field) or is_cause


def asks_for_a_sentence(field: Field) -> bool:
    """Whether one word is too little, whichever it is."""
    return field.name not in NAMED and asks_to_be_looked_at(field)


def asks_for_more(field: Field) -> bool:
    """Whether a sentence that fits everywhere is no answer."""
    return field.name in ASKS_MORE or is_done(field) or is_told(field)


def asks_for_more_than_a_word(field: Field) -> bool:
    """Whether one word that fits everywhere is too little."""
    return asks_for_more(field) or asks_for_a_sentence(field)


def is_told(field: Field) -> bool:
    """Whether it says what was said in a review."""
    return field.name == "what" and field.owner.__name__ in TOLD


def is_done(field: Field) -> bool:
    """Whether it says what is done, or what somebody needs."""
    asks = DOES | {"met_by"}
    return field.name == "what" and not asks.isdisjoint(fields_of(field.owner))


def asks_to_be_told(field: Field) -> bool:
    """Whether a sentence that says that all goes by the rules is no answer: anywhere but in a name."""
    return may_not_be_short(field) and (field.name != "title" or is_title_of_a_matter(field))
