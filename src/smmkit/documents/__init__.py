"""Every kind of document, by the word that a file says it is."""

from importlib import import_module
from typing import NamedTuple

from smmkit.documents.base import Document, Entry, Information, Record, Register, Thing


class Kind(NamedTuple):
    """Where the class of a kind is, what its ids begin with, and the folder of a new one."""

    home: str
    """Its module and class; the module is imported when the first file of its kind is met."""
    prefix: str = ""
    folder: str = ""


KINDS = {
    "qms": Kind("settings:Settings"),
    "quality-policy": Kind("policy:QualityPolicy", "KM", "kebijakan"),
    "procedure": Kind("procedure:Procedure", "SOP", "sop"),
    "risk-register": Kind("risk:RiskRegister", "RR", "risiko"),
    "objective": Kind("objective:Objective", "SM", "sasaran"),
    "people": Kind("people:People", "ORG", "orang"),
    "gap-assessment": Kind("assessment:GapAssessment", "GA", "kesenjangan"),
    "audit": Kind("audit:Audit", "AUD", "audit"),
    "finding": Kind("audit:AuditFinding", "T", "temuan"),
    "submission": Kind("submission:Submission", "AJU", "pengajuan"),
}
"""Every kind; the first is written by `smm init` alone, and has no folder."""

_resolved: dict[str, type[Information]] = {}


def model(kind: str) -> type[Information]:
    """The class of a kind.

    Raises:
        KeyError: there is no such kind.
    """
    if kind not in _resolved:
        module, _, name = KINDS[kind].home.partition(":")
        _resolved[kind] = getattr(import_module(f"smmkit.documents.{module}"), name)
    return _resolved[kind]


__all__ = [
    "KINDS",
    "Document",
    "Entry",
    "Information",
    "Kind",
    "Record",
    "Register",
    "Thing",
    "model",
]
