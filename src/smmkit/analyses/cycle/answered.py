"""To which standards a QMS answered on a day: by the text of qms.yaml that held then."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.cycle.editions import successions
from smmkit.analyses.lifecycle.timeline import edition_on
from smmkit.documents.settings import Settings
from smmkit.qms import Qms


def answered_on(qms: Qms, day: date) -> tuple[str, ...]:
    """The standards that the approved text of a day names; none where nobody knows that text."""
    held = edition_on(qms, qms.settings, day) if qms.settings else None
    text = held.text.document if held and held.text else None
    return text.standards if isinstance(text, Settings) else ()


def taken_over(qms: Qms, standard: str, day: date) -> str | None:
    """The newer edition to which a QMS answered on a day in place of a standard; None where it did not."""
    newer, _ = qms.fact(successions).get(standard, ("", None))
    named = answered_on(qms, day)
    return newer if newer in named and standard not in named else None
