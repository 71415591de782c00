"""SMM690 risk-matrix-unknown."""

from __future__ import annotations

from smmkit.analyses.risks import known_matrices, matrix_of
from smmkit.documents.settings import Settings
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM690", "risk-matrix-unknown", of=Settings, source="ISO 9001, 6.1", clause="6.1.1")
def risk_matrix_unknown(home: Settings, qms: Qms) -> Problems:
    """The matrix by which risks are counted is there, and has a level for every score there can be.

    Why: where the matrix has no cell, a risk has no level, and nothing asks for its treatment.
    """
    if home.risk is None:
        return
    matrix = matrix_of(qms, home.risk)
    if matrix is None:
        yield problem(
            home,
            "risk",
            "matrix",
            message=say("there is no matrix of risks {id}", id=home.risk.matrix),
            hint=say(
                "write one of {known}, or put your own into standards/",
                known=sorted(known_matrices(qms)),
            ),
        )
        return
    highest = home.risk.highest
    lacking = [
        (likelihood, impact)
        for likelihood in range(1, highest + 1)
        for impact in range(1, highest + 1)
        if matrix.at(likelihood, impact) is None
    ]
    if lacking:
        yield problem(
            home,
            "risk",
            "matrix",
            message=say(
                "{id} has no level for likelihood {likelihood} and impact {impact}",
                id=matrix.id,
                likelihood=lacking[0][0],
                impact=lacking[0][1],
            ),
            hint=say("let `highest:` fit the matrix, or write the missing rows into your own copy"),
        )
