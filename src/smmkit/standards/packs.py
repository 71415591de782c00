"""What is no document, but what documents are held against: packs, by the `kind:` of their files."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from smmkit.model.part import Part


@dataclass(frozen=True, slots=True)
class Pack:
    """Where the class of a kind of pack stands, and where a QMS keeps its own packs of that kind."""

    module: str
    name: str
    kept: str

    @property
    def class_(self) -> type[Part]:
        """Its class, imported only where a folder has such a pack."""
        module = import_module(f"smmkit.standards{self.module}")
        return cast("type[Part]", getattr(module, self.name))


PACKS: Final = {
    "standard": Pack("", "Standard", "packs"),
    "drill": Pack(".drills", "Drill", "drills"),
    "contents": Pack(".contents", "Contents", "contents"),
    "vocabulary": Pack(".vocabulary", "Vocabulary", "vocabularies"),
    "measures": Pack(".measures", "Measures", "measures"),
    "cycle": Pack(".cycles", "Cycle", "cycles"),
    "journey": Pack(".journeys", "Journey", "journeys"),
    "audit-flow": Pack(".flows", "AuditFlow", "flows"),
    "rehearsal": Pack(".rehearsals", "Rehearsal", "rehearsals"),
    "survey-rule": Pack(".survey_rules", "SurveyRule", "survey_rules"),
    "risk-matrix": Pack(".risk_matrices", "MatrixOfRisks", "risk_matrices"),
}
