"""The roll-call of kinds: each by the word that a file says it is. Imports nothing heavy."""

from typing import NamedTuple

from smmkit.words import Message, label_of


class Kind(NamedTuple):
    """Where the class of a kind is, what its ids begin with, and the folder of a new one, its label."""

    home: str
    """Its module and class; the module is imported when the first file of its kind is met."""
    prefix: str = ""
    folder: str = ""
    label: str = ""
    """How it is called in front of a reader, where its word does not say it."""
    is_single: bool = False
    """Whether an agency has one of it, so that a second is begun only by an id that somebody chose."""


KINDS = {
    "qms": Kind("settings:Settings", label="quality management system"),
    # who and what
    "people": Kind("people:People", "ORG", "orang", "register of people", is_single=True),
    "roles": Kind(
        "people:Roles", "PRN", "orang", "roles, responsibilities and authorities", is_single=True
    ),
    "job-description": Kind("people:JobDescription", "UT", "uraian-tugas"),
    "services": Kind("services:Services", "DL", "layanan", "register of services", is_single=True),
    "service-standard": Kind("services:ServiceStandard", "SP", "layanan"),
    "regulations": Kind("regulations:Regulations", "REG", "konteks", "register of regulations"),
    "glossary": Kind("glossary:Glossary", "GLO", "konteks", is_single=True),
    "document": Kind("document:OtherDocument", "DOK", "dokumen", "other document"),
    # preparation: juknis II.A
    "gap-assessment": Kind("assessment:GapAssessment", "GA", "kesenjangan"),
    "direction": Kind("direction:Direction", "VM", "arah", "vision and missions"),
    "quality-policy": Kind("policy:QualityPolicy", "KM", "kebijakan", is_single=True),
    "objective": Kind("objective:Objective", "SM", "sasaran", "quality objective"),
    "performance-agreement": Kind("direction:PerformanceAgreement", "PK", "kinerja"),
    "team": Kind("people:Team", "TIM", "tim"),
    "training": Kind("training:Training", "PLT", "pelatihan"),
    "competences": Kind("competence:Competences", "KOM", "pelatihan"),
    "strategic-plan": Kind("direction:StrategicPlan", "RS", "arah"),
    "issues": Kind("context:Issues", "ISU", "konteks"),
    "interested-parties": Kind("context:InterestedParties", "PB", "konteks"),
    "swot": Kind("context:Swot", "SWOT", "konteks", "SWOT analysis"),
    "process": Kind("process:Process", "PRO", "proses"),
    "procedure": Kind("procedure:Procedure", "SOP", "sop"),
    "risk-register": Kind("risk:RiskRegister", "RR", "risiko"),
    "performance-report": Kind("direction:PerformanceReport", "LKJ", "kinerja"),
    # certification: juknis II.B
    "coaching": Kind("certification:Coaching", "BIN", "registrasi"),
    "verification": Kind("certification:Verification", "VER", "registrasi"),
    "certification-body": Kind("certification:CertificationBody", "LS", "registrasi"),
    "registration": Kind("certification:Registration", "DAF", "registrasi"),
    "contract": Kind("certification:Contract", "KTR", "registrasi"),
    "submission": Kind("submission:Submission", "AJU", "pengajuan"),
    "certificate": Kind("certification:Certificate", "SERT", "sertifikat"),
    # audits and what follows: juknis II.B3, II.B4, II.C
    "audit-programme": Kind("audit:AuditProgramme", "PRG", "audit"),
    "audit": Kind("audit:Audit", "AUD", "audit"),
    "interview": Kind("interview:Interview", "WAW", "audit"),
    "mock-audit": Kind("rehearsed:MockAudit", "GLA", "audit", "rehearsal of an audit"),
    "spot-check": Kind("interview:SpotCheck", "PL", "audit"),
    "finding": Kind("finding:AuditFinding", "T", "temuan", "audit finding"),
    "corrective-action": Kind("finding:CorrectiveAction", "TK", "temuan"),
    # what ISO 9001 asks beside
    "management-review": Kind("review:ManagementReview", "RTM", "tinjauan"),
    "survey": Kind("customers:Survey", "SKM", "pelanggan"),
    "feedback": Kind("customers:Feedback", "ADU", "pelanggan"),
    "external-providers": Kind("resources:ExternalProviders", "PE", "sumber-daya"),
    "nonconforming-output": Kind("services:NonconformingOutput", "KTS", "layanan"),
    "service-log": Kind("services:ServiceLog", "LOG", "layanan"),
    "customer-property": Kind(
        "customers:CustomerProperty",
        "MP",
        "layanan",
        "property of customers and external providers",
    ),
    "design": Kind("design:Design", "DES", "desain", "design file"),
    "change-plan": Kind("review:ChangePlan", "PU", "perubahan"),
    "communication-plan": Kind("review:CommunicationPlan", "RK", "komunikasi"),
    "resources": Kind("resources:Resources", "SD", "sumber-daya"),
    "knowledge": Kind("resources:Knowledge", "PGT", "sumber-daya", "organizational knowledge"),
}
"""Every kind; the first is written by `smm init` alone, and has no folder."""

CREATABLE = {name: (kind.prefix, kind.folder) for name, kind in KINDS.items() if kind.folder}
"""For every kind but qms: what its ids begin with, and its folder."""


def document_label(kind: str) -> Message:
    """How a kind of document is called in front of a reader."""
    return label_of(kind, KINDS[kind].label)
