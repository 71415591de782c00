"""Which service of the register is meant by a name on a paper."""

from __future__ import annotations

from smmkit.documents.services import ServiceEntry
from smmkit.intake.words import comparable, data
from smmkit.qms import Qms


def bare(name: str) -> str:
    """A name without the words that any service may have before its own: `Layanan Mutasi`."""
    said = comparable(name)
    words = (f"{comparable(one)} " for one in data()["before_services"])
    return next((said.removeprefix(one) for one in words if said.startswith(one)), said)


def service_named(qms: Qms, name: str) -> str | None:
    """The id of the service with this name or id; None where none, or several, is meant."""
    services = {i: t.title for i, t in qms.things.items() if isinstance(t, ServiceEntry)}
    for said in (comparable, bare):
        wanted = said(name)
        same = [i for i, t in services.items() if wanted and wanted in {said(t), comparable(i)}]
        if same:
            return same[0] if len(same) == 1 else None
    return None
