"""SMM378 corrected-too-late."""

from __future__ import annotations

from smmkit.documents.services import Handling, NonconformingOutput
from smmkit.model.fields import named
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM378", "corrected-too-late", of=NonconformingOutput, source="ISO 9001, 8.7.1", clause="8.7.1"
)
def corrected_too_late(output: NonconformingOutput, qms: Qms) -> Problems:  # noqa: ARG001
    """A wrong result is verified after it was corrected, and closed only then.

    Why: what is checked before it was put right was not checked.
    """
    done = output.correction.done if output.correction else None
    if output.verified and done and output.verified < done:
        yield problem(
            output,
            "verified",
            message=say(
                "{id} was verified on {day}, before it was corrected ({done})",
                id=output.id,
                day=output.verified,
                done=done,
            ),
            hint=say("correct one of the two days, or verify it again"),
        )
    missing = [
        named(NonconformingOutput, name)
        for name in ("authorized_by", "verified")
        if getattr(output, name) is None
    ]
    if output.closed and Handling.CORRECTED in output.handling and missing:
        yield problem(
            output,
            "closed",
            message=say("{id} is closed without {missing}", id=output.id, missing=missing),
            hint=say("fill in what is missing, or take `closed:` away"),
        )
