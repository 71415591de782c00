"""SMM464 theme-not-spoken-of."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.policy import QualityPolicy
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM464",
    "theme-not-spoken-of",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="juknis II.A3",
    clause="5.2.1",
    wish="policy-themes",
    filled=True,
)
def theme_not_spoken_of(policy: QualityPolicy, qms: Qms) -> Problems:
    """A point of the policy speaks of the themes that are ticked for it, and not another point in its place.

    Why: a theme that is ticked elsewhere than it is spoken of leads its objective to the wrong sentence.
    """
    if not is_live(policy, qms):
        return
    ways = {name: pattern_of(words) for name, words in qms.fact(vocabulary).themes.items()}
    users = pattern_of(qms.fact(vocabulary).served_by)
    titles = [users.sub("", point.title) for point in policy.points]
    spoken = [{name for name, way in ways.items() if way.search(title)} for title in titles]
    is_spoken = sum(map(bool, spoken)) * 2 > len(spoken)  # else its words are not those known here
    elsewhere = {
        name
        for said, point in zip(spoken, policy.points, strict=True)
        for name in said.difference(point.themes)
    }
    for index, point in enumerate(policy.points):
        unsaid = [t for t in point.themes if t in ways and t not in spoken[index]]
        missing = [t.label for t in unsaid if t in elsewhere or len(unsaid) > 1]
        nowhere = not spoken[index] and not elsewhere.intersection(unsaid)
        if (missing and spoken[index]) or (nowhere and unsaid and is_spoken):
            yield problem(
                policy,
                "points",
                index,
                "themes",
                message=say(
                    "{id} says nothing of {missing}",
                    id=point.id,
                    missing=missing or [t.label for t in unsaid],
                ),
                hint=say("name the themes that the sentence speaks of, or say it there"),
            )
