"""What new ids begin with, and how the folders are called: in Indonesian, or in English.

The roll-call of kinds and the entries have the Indonesian ones; here stand the English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Protocol

from smmkit.kinds import CREATABLE
from smmkit.words import Language, language

Names = Literal["en", "id"]
"""The language of the names."""

FOLDERS = {
    "orang": "people",
    "uraian-tugas": "job-descriptions",
    "layanan": "services",
    "konteks": "context",
    "dokumen": "documents",
    "kesenjangan": "gaps",
    "arah": "direction",
    "kebijakan": "policy",
    "sasaran": "objectives",
    "kinerja": "performance",
    "tim": "teams",
    "pelatihan": "training",
    "proses": "processes",
    "sop": "procedures",
    "risiko": "risks",
    "registrasi": "registration",
    "pengajuan": "submissions",
    "sertifikat": "certificates",
    "audit": "audits",
    "temuan": "findings",
    "tinjauan": "reviews",
    "pelanggan": "customers",
    "sumber-daya": "resources",
    "desain": "designs",
    "perubahan": "changes",
    "komunikasi": "communication",
}
"""The folders of new documents."""

PREFIXES = {
    # documents
    "ORG": "PPL",
    "PRN": "ROLES",
    "UT": "JD",
    "DL": "SVC",
    "SP": "STD",
    "DOK": "DOC",
    "VM": "DIR",
    "KM": "QP",
    "SM": "QO",
    "PK": "AGR",
    "TIM": "TEAM",
    "PLT": "TRN",
    "KOM": "COMP",
    "RS": "PLAN",
    "ISU": "ISS",
    "PB": "IPR",
    "LKJ": "PRF",
    "BIN": "COA",
    "LS": "CB",
    "DAF": "APP",
    "KTR": "CON",
    "AJU": "SUB",
    "SERT": "CERT",
    "WAW": "INT",
    "PL": "SPOT",
    "GLA": "MOCK",
    "T": "F",
    "TK": "CA",
    "RTM": "MR",
    "SKM": "SRV",
    "ADU": "FB",
    "PE": "SUP",
    "KTS": "NCO",
    "MP": "CPR",
    "DES": "DSN",
    "PU": "CHG",
    "RK": "CPL",
    "SD": "RSR",
    "PGT": "KNR",
    # entries
    "MSK": "INP",
    "ALAT": "RES",
    "ILMU": "KN",
    "PENYEDIA": "PROV",
    "MISI": "MISSION",
    "TJ": "GOAL",
    "KL": "CLASS",
    "SKALA": "SCALE",
    "LAY": "S",
    "BM": "PP",
    "IKU": "KPI",
    "KP": "C",
    "RP": "PT",
    "RA": "PA",
    "IS": "I",
    "PIHAK": "PARTY",
    "UU": "LAW",
    "IST": "TERM",
    "BRG": "ITEM",
}
"""What new ids begin with; a prefix that is not here is the same in both."""


class Folder(Protocol):
    """What is asked of a QMS about its names."""

    settings: Any
    tree: Any


def names_in(qms: Folder) -> Names:
    """The language that the names of a QMS are in: English where its documents are, and no folder
    has an Indonesian name already.
    """
    if qms.settings is None or qms.settings.organization.language != "en":
        return "id"
    return "id" if FOLDERS.keys() & {path.partition("/")[0] for path in qms.tree.paths()} else "en"


def spoken_in(qms: Folder) -> Language:
    """The language in which its documents are written."""
    return language(qms.settings.organization.language if qms.settings else "id")


def folder_of(kind: str, names: str) -> str:
    """The folder of new documents of a kind."""
    folder = CREATABLE[kind][1]
    return FOLDERS.get(folder, folder) if names == "en" else folder


def prefix_of(kind: str, names: str) -> str:
    """What the ids of new documents of a kind begin with."""
    return prefix_in(CREATABLE[kind][0], names)


def prefix_in(prefix: str, names: str) -> str:
    """What new ids begin with that begin with this in Indonesian."""
    return PREFIXES.get(prefix, prefix) if names == "en" else prefix


def every_name() -> Mapping[str, list[tuple[str, str]]]:
    """For each kind, what its ids begin with and its folder, in each language."""
    return {
        kind: [(prefix_of(kind, names), folder_of(kind, names)) for names in ("id", "en")]
        for kind in CREATABLE
    }
