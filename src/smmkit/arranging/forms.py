"""The forms of kinds that are tables: one line for each list, and what its columns are."""

from __future__ import annotations

from smmkit.arranging.rows import Rows, rows

FORMS: dict[str, dict[str, Rows]] = {
    "issues": {
        "entries": rows("id title topic effect climate leads_to+reason reviewed", by="side")
    },
    "interested-parties": {
        "entries": rows(
            "id title+party_type+priority expectations.what expectations.binding "
            "expectations.met_by expectations.monitored reviewed",
            each="expectations",
        )
    },
    "external-providers": {
        "entries": rows(
            "id title+provider_class provides+delivers+about unit controls contract+until "
            "evaluations next_review"
        )
    },
    "regulations": {
        "entries": rows("id number+title issuer in_force until+replaced_by concerns checked note")
    },
    "customer-property": {"entries": rows("id title service belongs_to kept returned events")},
    "glossary": {"entries": rows("id title+english meaning source clause")},
    "services": {"entries": rows("id title owner customers channel procedures kpis")},
    "roles": {"entries": rows("id title+unit duties authority reports_to")},
    "people": {
        "entries": rows(
            "id title assignments.role assignments.unit assignments.since assignments.until "
            "assignments.decree assignments.standing",
            each="assignments",
        )
    },
    "team": {
        "members": rows(
            "person role unit criteria.criterion criteria.proof criteria.evidence", each="criteria"
        )
    },
    "competences": {
        "entries": rows(
            "id title person+role required+level held+level_held sufficient evidence until "
            "action+due"
        ),
        "training_plan": rows("id title due competences audience format owner held"),
    },
    "training": {
        "attendance": rows(
            "person unit attended invited score_before score_after certificate until"
        ),
        "evaluations": rows("on by how effective result"),
    },
    "resources": {
        "entries": rows(
            "id title+unit needed available condition care.what care.due care.done care.evidence",
            by="resource_type",
            each="care",
        )
    },
    "knowledge": {"entries": rows("id title unit source kept+documents loss action")},
    "communication-plan": {
        "entries": rows("id title audience when channel owner records", by="side")
    },
    "design": {"controls": rows("control_type what by due+done result actions")},
    "change-plan": {"steps": rows("what owner due done")},
    "audit-programme": {
        "entries": rows(
            "id title+audit_type since+until+period units+processes audited_clauses auditors reason+cancelled"
        )
    },
    "audit": {"disagreements": rows("what+finding audited auditors appealed settled")},
    "strategic-plan": {
        "goals": rows(
            "id title+mission indicator targets.year targets.target programme+objectives",
            each="targets",
        )
    },
    "objective": {
        "kpis": rows(
            "id title+measured_in+data_source formula+calculation+aggregation+frequency targets.period "
            "targets.value+targets.up_to+targets.word baseline+worst+words+scale+cap series",
            each="targets",
        )
    },
    "service-log": {"cases": rows("number received due released released_by conforms note")},
    "gap-assessment": {
        "verdicts": rows("requirement status+maturity condition gap+reason evidence actions feeds")
    },
    "mock-audit": {"answers": rows("clause question answer answered done", by="unit")},
    "interview": {"items": rows("question answer outcome about finding")},
    "direction": {
        "missions": rows("number id title"),
        "evaluations": rows("on by result fits next"),
    },
    "submission": {
        "leave_out": rows("document reason"),
        "samples": rows("what population chosen how"),
        "questions": rows("on question answer answered"),
    },
    "qms": {
        "units": rows("id title part_of"),
        "classes": rows("id title outside"),
        "outsourced": rows("what provider controls"),
        "benefits": rows("benefit meaning kpis"),
    },
}
"""By kind, and by the field that is a list; a list without a line here has all its fields as columns."""

BOXES: dict[str, str] = {
    "feedback": "feedback_type about:2 channel | statement | unit:2 accepted answered | answer | actions",
    "nonconforming-output": (
        "service:2 unit found_by | statement | handling | correction | authorized_by:2 verified"
    ),
    "spot-check": "audit:2 unit place | looked_at | seen | about:2 outcome finding",
    "change-plan": (
        "about | purpose | consequences | integrity | resources | responsibilities | steps "
        "| reviewed result:3"
    ),
    "direction": "parent_vision | vision:3 inherits | contribution",
}
"""By kind the rows of a form to be filled in: its boxes, each with how broad it is beside the others."""
