"""How a sheet of risks says that one is responded to."""

from __future__ import annotations

from smmkit.documents.risk import Response
from smmkit.intake.result import Place, Result
from smmkit.intake.words import meaning
from smmkit.words import say


def response_of(
    result: Result, id: str, said: tuple[Place, str], sort: str | None, *, is_treated: bool
) -> tuple[str | None, str | None]:
    """The response, and whether it is a risk or an opportunity; what nobody says is no acceptance."""
    place, text = said
    response = meaning(text, "responses") if text else None
    if text and response is None:
        why = say("none of the ways to respond to a risk; not taken")
        result.unread.append((place, text, why))
    if response is None and is_treated:
        response = "pursue" if sort == "opportunity" else "reduce"
        result.assumed.append((id, say("the response: {word}", word=Response(response).label)))
    elif response is None:
        result.blanks.append((id, say("the response: nobody says what is done about it")))
    if sort is None and response == "pursue":
        sort = "opportunity"
        result.assumed.append((id, say("an opportunity, since it is pursued")))
    return response, sort
