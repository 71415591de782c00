"""One fault for one document: the slips that people make, in turn."""

from __future__ import annotations

from typing import Any

SORTS = ("field", "reference", "version", "clause", "broken", "missing", "file")


def spoil(values: dict[str, Any], number: int) -> str:
    """Put a fault into the values of a document; say which. `broken` is left to the writer."""
    sort = SORTS[number % len(SORTS)]
    if values["kind"] in {"qms", "people", "quality-policy"}:
        sort = "clause"  # so that what all others refer to stays
    match sort:
        case "field":
            values["ownr"] = values.pop("owner")
        case "reference":
            misspell(values)
        case "version" if "version" in values:
            values["version"] = float(values["version"])
        case "version":
            values["date"] = f"{values['date']:%d-%m-%Y}"
        case "clause":
            values["clauses"][0] = "8.5.11"
        case "missing":
            del values["title"]
        case "file":
            values["attached"] = ["lampiran/tidak-ada.pdf"]
    return sort


def misspell(values: dict[str, Any]) -> None:
    """One letter too many in an id that the document refers to."""
    match values["kind"]:
        case "procedure":
            values["related"][1] += "0"
        case "risk-register":
            values["entries"][2]["about"] += "0"
        case "gap-assessment":
            values["verdicts"][1]["evidence"][0] += "0"
        case "finding" | "submission":
            values["audit"] += "0"
        case _:
            values["owner"] += "0"
