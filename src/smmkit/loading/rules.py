"""What can be wrong on the way in: rules that reading a folder itself holds."""

from __future__ import annotations

from smmkit.corrections.model_errors import MODEL_RULES
from smmkit.problem import Rule, Severity

UNREADABLE = Rule(
    "SMM001",
    "unreadable",
    Severity.ERROR,
    """A document is readable: UTF-8, and YAML in the accepted language.

    Why: what cannot be read is missing from every count. The rest of the folder is judged all the
    same; the file leaves a stub, so that references to it hold.
    """,
)
UNKNOWN_KIND = Rule(
    "SMM002",
    "unknown-kind",
    Severity.ERROR,
    """Every file says a `kind` that smmkit knows.""",
)
LEFT_OUT = Rule(
    "SMM003",
    "left-out",
    Severity.WARNING,
    """Files are plain files with readable names; links are not followed.

    Why: a link may lead out of the folder, and what is sent to an auditor must lie inside it.
    """,
)
NO_SETTINGS = Rule(
    "SMM901",
    "no-settings",
    Severity.ERROR,
    """The folder has a readable qms.yaml at its top, and only one.

    Why: units, classes, scales, the scope and the standards stand there.
    """,
)
OTHER_FORMAT = Rule(
    "SMM903",
    "other-format",
    Severity.ERROR,
    """The folder has the format of this smmkit.

    Why: `smm migrate` brings an older one up to date; until then it is read as far as it can be.
    What a newer smmkit has written may mean something that this one does not know.
    """,
)
DUPLICATE_ID = Rule(
    "SMM203",
    "duplicate-id",
    Severity.ERROR,
    """No two things in the folder share an id.

    Why: a reference to it would mean the one or the other.
    """,
)

LOAD_RULES = (
    UNREADABLE,
    UNKNOWN_KIND,
    LEFT_OUT,
    *MODEL_RULES,
    DUPLICATE_ID,
    NO_SETTINGS,
    OTHER_FORMAT,
)
