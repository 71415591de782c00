"""smm lsp: serve an editor over stdin and stdout until it goes."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Annotated

from typer import Option

from smmkit.console.options import Lang
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say


@verb("lsp", Purpose.TOOLS, order=4)
def command(
    stdio: Annotated[  # noqa: ARG001 - there is no other way
        bool, Option("--stdio", help="Speak over stdin and stdout; without it, too.")
    ] = False,
    lang: Lang = None,
) -> int:
    """Help an editor while texts are being written: faults, completion, hover, quick fixes.
    The editor starts it; docs/editors.md says how to set one up.
    """
    if find_spec("pygls") is None:
        raise SmmError(say("the language server needs a further package: {words}", words=INSTALL))
    if sys.stdin is None or sys.stdin.isatty():
        raise SmmError(
            say("smm lsp is started by an editor, not by hand; docs/editors.md says how")
        )
    from smmkit.lsp.server import serve

    return serve(lang)


INSTALL = 'pip install "smmkit[lsp]"'
"""How the packages come that a language server needs."""
