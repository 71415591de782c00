"""The options of `smm bundle`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

Place = Annotated[
    Path | None,
    Option(
        "--output",
        "-o",
        help="Where to make it: a zip if it ends in .zip, else a folder; nothing may be there yet.",
    ),
]
Allow = Annotated[
    list[str] | None,
    Option(
        "--allow",
        metavar="WHAT=REASON",
        help="Let pass what stops it (draft, changes, a7, text, size, sent, copy); its reader is told why.",
    ),
]
Asked = Annotated[
    str | None, Option(metavar="ID", help="The submission; without it, the only unsent one.")
]
Check = Annotated[
    bool,
    Option(
        "--check", help="Only say what stops it, and what would be in it; --output is a report."
    ),
]
Sign = Annotated[
    Path | None,
    Option(metavar="KEY", help="Sign it with this key of ssh (ssh-keygen), in a file beside it."),
]
Letter = Annotated[
    Path | None,
    Option(metavar="FILE", help="Also write the letter, with the identity, to be signed: .docx."),
]
Parts = Annotated[
    str | None,
    Option(metavar="SIZE", help="Also split the zip into parts that an e-mail takes: 10M."),
]

Age = Annotated[
    str | None,
    Option(
        metavar="WHOM",
        help="Also encrypt the zip by the program age, names and all, for a public key or a file of keys.",
    ),
]
Since = Annotated[
    Path | None,
    Option(
        metavar="BUNDLE",
        help="Send again only what this earlier bundle has not, or has otherwise (a resubmission).",
    ),
]
