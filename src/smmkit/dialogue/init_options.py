"""The answers to the questions of `smm init`, as options of the command line, and as a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from typer import Option

from smmkit.errors import SmmError
from smmkit.words import say

SAMPLE = """\
language: id
name: Dinas Contoh Provinsi Rekaan
short_name: Dinas Contoh
parent: Pemerintah Provinsi Rekaan
head: Kepala Dinas
head_name: Nama Pimpinan, S.Sos.
time_zone: WITA
units:
  - {id: SEK, title: Sekretariat}
  - {id: MUT, title: Bidang Mutasi}
services:
  - {title: Kenaikan pangkat, owner: MUT}
headcount: 40
standards: [iso9001-2015]
"""
"""All that may stand in a file of answers; only `name` must."""

Name = Annotated[str | None, Option(metavar="TEXT", help="The name of the organization.")]
ShortName = Annotated[
    str | None,
    Option(metavar="TEXT", help="The short name; without it, the capital letters of the name."),
]
Parent = Annotated[str | None, Option(metavar="TEXT", help="The government that it belongs to.")]
Head = Annotated[
    str | None, Option(metavar="TEXT", help="The title of its head, such as Director.")
]
HeadName = Annotated[
    str | None,
    Option(metavar="TEXT", help="The name of its head; it goes into the register of people."),
]
Units = Annotated[
    str | None, Option(metavar="TEXT", help='Its units: "SEK=Sekretariat, MUT=Bidang Mutasi".')
]
Services = Annotated[
    str | None,
    Option(metavar="TEXT", help='Its services: "MUT: Kenaikan pangkat; SEK: Surat keterangan".'),
]
Headcount = Annotated[str | None, Option(metavar="N", help="How many people work there.")]
Standards = Annotated[
    str | None,
    Option(
        metavar="TEXT",
        help='The editions of ISO 9001 that it answers to: "2015", "2026", or both, the main one first.',
    ),
]
Zone = Annotated[
    str | None,
    Option(
        metavar="TEXT",
        help="The time zone: WIB, WITA, WIT, or one as Europe/Berlin; else WITA, in English UTC.",
    ),
]
AnswersFile = Annotated[
    Path | None,
    Option(
        "--answers",
        exists=True,
        dir_okay=False,
        help="A file with all answers; nothing is asked then.",
    ),
]
Source = Annotated[
    Path | None,
    Option(
        "--from",
        exists=True,
        file_okay=False,
        help="Another QMS to begin from: its documents as drafts, without its data.",
    ),
]
FolderLang = Annotated[
    Literal["en", "id"] | None, Option(help="The language of the documents and of the answer.")
]


def refuse_what_is_there(options: Mapping[str, str | None], known: Mapping[str, Any]) -> None:
    """Services and standards are those of the QMS that one begins from.

    Raises:
        SmmError: one of them is named.
    """
    if options.get("services") is not None or "services" in known:
        raise SmmError(say("with --from, the services are those of that folder; leave them out"))
    if options.get("standards") is not None or "standards" in known:
        raise SmmError(say("with --from, the standards are those of that folder; leave them out"))
