"""Every kind of document, by the word that a file says it is."""

from importlib import import_module

from smmkit.documents.base import Document, Entry, Information, Record, Register, Thing

KINDS = {
    "qms": "settings:Settings",
    "quality-policy": "policy:QualityPolicy",
    "procedure": "procedure:Procedure",
    "risk-register": "risk:RiskRegister",
    "objective": "objective:Objective",
    "people": "people:People",
    "gap-assessment": "assessment:GapAssessment",
    "audit": "audit:Audit",
    "finding": "audit:AuditFinding",
    "submission": "submission:Submission",
}
"""Kind, module and class; a module is imported when the first file of its kind is met."""

_resolved: dict[str, type[Information]] = {}


def model(kind: str) -> type[Information]:
    """The class of a kind.

    Raises:
        KeyError: there is no such kind.
    """
    if kind not in _resolved:
        module, _, name = KINDS[kind].partition(":")
        _resolved[kind] = getattr(import_module(f"smmkit.documents.{module}"), name)
    return _resolved[kind]


__all__ = ["KINDS", "Document", "Entry", "Information", "Record", "Register", "Thing", "model"]
