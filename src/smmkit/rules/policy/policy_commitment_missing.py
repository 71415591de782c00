"""SMM388 policy-commitment-missing."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.policy import QualityPolicy
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

COMMITMENTS = (
    (
        (
            "persyaratan",
            "syarat",
            "peraturan",
            "perundang",
            "standar",
            "ketentuan",
            "requirement",
            "memenuhi",
            "patuh",
            "complian",
            "comply",
            "conform",
            "obligation",
            "regulation",
            "law",
            "standard",
        ),
        say("to meet what applies"),
        "5.2.1 c",
    ),
    (
        (
            "perbaik",
            "peningkat",
            "meningkat",
            "ditingkat",
            "lebih baik",
            "menyempurna",
            "penyempurna",
            "inovasi",
            "berkelanjutan",
            "improv",
            "better",
            "berkembang",
            "excellen",
        ),
        say("to improve the system continually"),
        "5.2.1 d",
    ),
)
"""By which parts of words each commitment is told, and where it is asked for."""


@rule(
    "SMM388",
    "policy-commitment-missing",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="ISO 9001, 5.2.1 c and d",
    clause="5.2.1",
    filled=True,
)
def policy_commitment_missing(policy: QualityPolicy, qms: Qms) -> Problems:
    """The policy commits the organization to meet what applies, and to get better.

    Why: these two are asked of every policy, and are the first thing that an auditor looks for.
    """
    if not is_live(policy, qms):
        return
    points = [point.title for point in policy.points]
    said = " ".join([policy.sentence, *points, policy.source.prose]).casefold()
    for words, what, clause in COMMITMENTS:
        if not any(word in said for word in words):
            yield problem(
                policy,
                "points" if policy.points else "sentence",
                message=say(
                    "{id} has no commitment {what} ({clause})",
                    id=policy.id,
                    what=what,
                    clause=clause,
                ),
                hint=say("say it in the sentence, in a point or below them, in your own words"),
            )
