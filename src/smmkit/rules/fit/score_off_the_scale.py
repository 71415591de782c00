"""SMM858 score-off-the-scale."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.kpis.scales import band_at, value_of
from smmkit.analyses.risks import HIGHEST_OF_FMEA, highest_of
from smmkit.documents.risk import Risk, RiskRegister
from smmkit.documents.settings import RiskCriteria, Scale, Settings
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say

SCORES = ("likelihood", "impact", "likelihood_after", "impact_after")


@rule(
    "SMM858",
    "score-off-the-scale",
    of=RiskRegister,
    source="ISO 9001, 6.1.1",
    clause="6.1.1",
    whole=(Settings,),
)
def score_off_the_scale(register: RiskRegister, qms: Qms) -> Problems:
    """Likelihood, impact and level of a risk lie on the scale of the risk criteria.

    Why: a six on a scale of five, or a word that the scale does not know, cannot be compared.
    """
    criteria = qms.settings.risk if qms.settings else None
    for index, risk in enumerate(register.entries):
        for name, said, hint in off(qms, risk, criteria):
            yield problem(register, "entries", index, name, message=said, hint=hint)


def off(
    qms: Qms, risk: Risk, criteria: RiskCriteria | None
) -> Iterator[tuple[str, Message, Message]]:
    """Each value that is off the scale: its field, what is wrong, what to do."""
    highest = highest_of(risk, criteria)
    if risk.detection is not None and risk.detection > HIGHEST_OF_FMEA:
        said = beyond("detection", risk.detection, HIGHEST_OF_FMEA)
        yield "detection", said, say("correct it: in an FMEA each score is 1 to 10")
    for name in SCORES:
        value = getattr(risk, name)
        if value is not None and value > highest:
            said = beyond(name, value, highest)
            yield (
                name,
                said,
                say("correct it, or write the highest score as `risk: highest:` in qms.yaml"),
            )
    scale = qms.get(criteria.scale or "", Scale) if criteria else None
    for name in ("rated", "rated_after"):
        word = getattr(risk, name)
        if word is None:
            continue
        if scale is None:
            said = say("{word} counts nothing without a scale", word=word)
            yield name, said, say("write `risk: scale:` in qms.yaml, with the id of a scale")
        elif value_of(scale, word) is None:
            said = say("{text} is no word of the scale {scale}", text=word, scale=scale.id)
            known = [one.word for one in scale.words] + [one.label.en for one in scale.bands]
            yield name, said, say("write one of: {words}", words=known)
    for name in ("level", "level_after"):
        value = getattr(risk, name)
        if value is not None and scale and scale.bands and band_at(scale, value) is None:
            said = say("{value} lies in no band of the scale {scale}", value=value, scale=scale.id)
            yield name, said, say("correct it, or close the hole in the scale")


def beyond(name: str, value: int, highest: int) -> Message:
    """That a score is higher than its scale."""
    return say(
        "{name} is {value}, and its scale ends at {highest}",
        name=name,
        value=value,
        highest=highest,
    )
