"""Where the templates lie (forms, sheets, pages, the letter of a bundle), and the letters they are set in."""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
FONTS = PACKAGE / "fonts"


@cache
def templates() -> Path:
    """The folder `templates/`: in a wheel beside the modules, else at the top of the source.

    A QMS may keep some of them itself, under the same names in its own `templates/`; those go first,
    one by one, and are looked for where they are used.
    """
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent.parent / "templates"
