"""What may be made beside a bundle, and what bundle it adds to: the options that ask for it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

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
