"""SMM889 policy-of-anybody."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.own_work import AT_WORK, own_work
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.policy import QualityPolicy
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say

WORD = re.compile(r"[^\W\d_]{4,}|\b[A-Z]{2,3}\b")
STEM = 5
"""Words that begin with the same letters, so many, are of one family; what is all capitals is a name."""


@rule(
    "SMM889",
    "policy-of-anybody",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="ISO 9001, 5.2.1 a; juknis II.A3",
    clause="5.2.1",
    filled=True,
    whole=AT_WORK,
)
def policy_of_anybody(policy: QualityPolicy, qms: Qms) -> Problems:
    """The sentence of the policy says of what work it is: one word at least that is not everybody's.

    Why: a sentence that a hotel could hang up as well fits the purpose of no organization.
    """
    here = qms.fact(own_work) if is_live(policy, qms) else ""
    if not here:
        return
    everybodys = pattern_of(qms.fact(vocabulary).commonplace)
    home = qms.settings.organization if qms.settings else None
    name = (home.short_name or home.name).split() if home else []
    own = [
        word
        for word in WORD.findall(policy.sentence)
        if not everybodys.fullmatch(word) and word not in name
    ]
    if not any(word.isupper() or word[:STEM].casefold() in here for word in own):
        yield problem(
            policy,
            "sentence",
            message=say("this could be the policy of any organization"),
            hint=say("say for whom, or with what work: the service, those served, the mission"),
        )
