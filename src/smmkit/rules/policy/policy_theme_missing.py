"""SMM312 policy-theme-missing."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.policy import QualityPolicy, Theme
from smmkit.model.part import Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Themes(Part):
    """What a policy has to speak of."""

    themes: tuple[Theme, ...] = tuple(Theme)
    """The themes that the points name together."""


@rule(
    "SMM312",
    "policy-theme-missing",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="juknis II.A3",
    clause="5.2.1",
    settings=Themes,
    wish="policy-themes",
)
def policy_theme_missing(policy: QualityPolicy, qms: Qms, settings: Themes) -> Problems:
    """The points of the quality policy speak of quality, security, service and satisfaction.

    Why: a theme that the policy leaves out gives no objective, and so nobody works for it.
    """
    if not policy.points or not is_live(policy, qms):
        return
    named = {theme for point in policy.points for theme in point.themes}
    missing = [theme.label for theme in settings.themes if theme not in named]
    if missing:
        yield problem(
            policy,
            "points",
            message=say("no point of {id} speaks of {missing}", id=policy.id, missing=missing),
            hint=say("write a point for it, or name it under `themes:` of the point that does"),
        )
