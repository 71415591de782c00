"""How fields and their words are called in front of a reader; the catalogue has them in Indonesian."""

from __future__ import annotations

from typing import Final

from smmkit.words import Message, Words, say

FILL_IN: Final = Words(en="(fill in)", id="(isi)")
"""What stands in a form where something is to be written."""


def field(name: str) -> Message:
    """The label of a field: its name, unless it is called otherwise."""
    words = name.replace("_", " ")
    return FIELDS.get(name) or Message(words[:1].upper() + words[1:], {})


def value(word: str) -> Message:
    """The label of a word from a closed list: a status, a grade, a kind, a formula."""
    return VALUES.get(word) or Message(escaped(word.replace("-", " ")), {})


def escaped(text: str) -> str:
    """A text as a sentence in which nothing is filled in."""
    return text.replace("{", "{{").replace("}", "}}")


FIELDS: Final[dict[str, Message]] = {
    "attached": say("Attached files"),
    "effective": say("Effective from"),
    "withdrawn": say("Withdrawn on"),
    "change_note": say("Change"),
    "closed": say("Closed on"),
    "hash": say("Fingerprint"),
    "signed": say("Signed copy"),
    "smmkit": say("Folder format"),
    "as_of": say("Day of judgement"),
    "parent": say("Parent organization"),
    "classes": say("Classes of confidentiality"),
    "outside": say("May leave the organization"),
    "risk": say("Risk criteria"),
    "appetite": say("Risk appetite"),
    "ignore": say("Ignored files"),
    "responsible": say("Person responsible"),
    "sentence": say("Policy"),
    "qualifications": say("Qualifications of those who carry it out"),
    "related": say("Related procedures"),
    "promised_days": say("Promised time (working days)"),
    "actor": say("Carried out by"),
    "needs": say("Requirements at hand"),
    "duration": say("Time"),
    "to": say("To step"),
    "sort": say("Risk or opportunity"),
    "what": say("Description"),
    "done": say("Done on"),
    "likelihood_after": say("Likelihood after treatment"),
    "impact_after": say("Impact after treatment"),
    "kpis": say("Key performance indicators"),
    "measured_in": say("Unit of measure"),
    "series": say("Measured values"),
    "worst": say("Worst value"),
    "data_source": say("Source of data"),
    "standing": say("Standing in the role"),
    "maturity": say("Maturity (0 to 5)"),
    "condition": say("Objective condition"),
    "audit_type": say("Type of audit"),
    "lead": say("Lead auditor"),
    "action": say("Corrective action"),
    "include": say("Included"),
    "leave_out": say("Left out"),
    "sent": say("Sent on"),
    "in_force": say("In force from"),
    "checked": say("Checked on"),
    "issued": say("Issued on"),
    "side": say("Internal or external"),
    "climate": say("Climate change"),
    "reviewed": say("Reviewed on"),
    "binding": say("Taken as a requirement"),
    "kpi": say("Key performance indicator"),
    "next": say("Next on"),
    "inherits": say("Inherited from the parent"),
    "proclamation": say("Service proclamation"),
    "proclaimed": say("Signed proclamation"),
    "complaint_channels": say("Where to complain"),
    "pairing": say("Strategy type"),
    "report_sent": say("Report sent to the head office"),
    "expires": say("Expires on"),
    "changes": say("Changes of status"),
    "audited_clauses": say("Clauses to be audited"),
    "agenda": say("Audit plan"),
    "observed": say("Objective evidence"),
    "stays": say("Stays a provider"),
    "verified": say("Verified on"),
    "answered": say("Answered on"),
    "released": say("Released on"),
    "competence": say("Competence of those who give it"),
    "loss": say("If it were lost"),
}

VALUES: Final[dict[str, Message]] = {
    "qms": say("quality management system"),
    "objective": say("quality objective"),
    "people": say("register of people"),
    "finding": say("audit finding"),
    "class": say("class of confidentiality"),
    "kpi": say("key performance indicator"),
    "approved": say("approved, not yet effective"),
    "revising": say("in force, newer draft"),
    "broken": say("approval broken"),
    "conform": say("conforms"),
    "partial": say("conforms in part"),
    "nonconform": say("does not conform"),
    "short": say("falls short"),
    "none": say("no proof"),
    "plan": say("Plan (P)"),
    "do": say("Do (D)"),
    "check": say("Check (C)"),
    "act": say("Act (A)"),
    "not-proved": say("required information is not proved"),
    "major-open": say("major nonconformity is open"),
    "current": say("review not overdue"),
    "in-period": say("within the period"),
    "not-due": say("not yet due"),
    "no-formula": say("cannot be counted"),
    "special": say("special audit"),
    "major": say("major nonconformity"),
    "minor": say("minor nonconformity"),
    "concern": say("area of concern"),
    "improvement": say("opportunity for improvement"),
    "stakeholder": say("stakeholders"),
    "customer": say("customers"),
    "internal-process": say("internal business processes"),
    "learning-growth": say("learning and growth"),
    "maximize": say("more is better"),
    "maximize-negative": say("more is better, target below zero"),
    "minimize": say("less is better"),
    "minimize-ratio": say("less is better, as a ratio"),
    "minimize-to-zero": say("less is better, down to zero"),
    "stabilize": say("on target is best"),
    "ordinal": say("a word of a scale"),
    "last": say("last value"),
    "product": say("likelihood x impact"),
    "ranked": say("ranked matrix"),
    "minute": say("minutes"),
    "hour": say("hours"),
    "day": say("working days"),
    "week": say("weeks"),
    "warn": say("to be watched"),
    "id": say("Indonesian"),
    "en": say("English"),
    "so": say("strengths and opportunities (SO)"),
    "wo": say("weaknesses and opportunities (WO)"),
    "st": say("strengths and threats (ST)"),
    "wt": say("weaknesses and threats (WT)"),
    "swot": say("SWOT analysis"),
    "swot-item": say("SWOT item"),
    "represents-unit": say("represents a unit"),
    "knows-processes": say("knows the processes"),
    "cooperates": say("cooperates and coordinates"),
    "communicates": say("communicates well"),
    "motivated": say("motivated to improve"),
    "direction": say("vision and missions"),
    "document": say("other document"),
    "three-surveillance": say(
        "three surveillance audits, recertification in the fourth year (juknis II.B5)"
    ),
    "two-surveillance": say(
        "two surveillance audits, recertification before it expires (ISO/IEC 17021-1)"
    ),
    "earlier-actions": say("actions from earlier reviews"),
    "changes": say("changes in issues"),
    "measurement": say("monitoring and measurement results"),
    "processes": say("process performance and conformity"),
    "providers": say("performance of external providers"),
    "risks": say("effectiveness of actions on risks and opportunities"),
    "customer-satisfaction": say("customer satisfaction and feedback"),
    "audits": say("audit results"),
    "objectives": say("quality objectives"),
    "customer-property": say("property of customers and external providers"),
    "customer-property-item": say("item of customer property"),
    "measuring": say("monitoring and measuring resource"),
    "environment": say("environment for the operation of processes"),
    "regulations": say("register of regulations"),
    "services": say("register of services"),
    "roles": say("roles, responsibilities and authorities"),
    "knowledge": say("organizational knowledge"),
    "knowledge-item": say("item of knowledge"),
}
