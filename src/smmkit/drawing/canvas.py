"""The one door to matplotlib: our settings alone, no clock, no chance, nothing of the folder."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import subprocess
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from io import StringIO
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import Any

from smmkit.drawing.palette import HAIR, INK, SOFT
from smmkit.templates import FONTS

Say = Callable[[Any], str]

INCH, WIDTH = 25.4, 170.0
"""Millimetres: an inch, and the width of every figure, which is that of the text on A4."""
SETTINGS = {
    "svg.fonttype": "none",
    "svg.hashsalt": "smmkit",
    "text.parse_math": False,
    "font.family": ["Inter", "DejaVu Sans"],
    "font.size": 8.0,
    "text.color": INK,
    "axes.edgecolor": HAIR,
    "axes.labelcolor": SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": HAIR,
    "grid.linewidth": 0.5,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "legend.frameon": False,
    "lines.linewidth": 1.6,
    "lines.markersize": 4.5,
}
FAMILY, BROWSERS = "'Inter', 'DejaVu Sans'", ", 'Segoe UI', Arial, sans-serif"
"""The letters in which a figure is measured, and those of browsers that have none of them."""
UNDRAWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
SYLLABLE = re.compile(
    r"(?<=[a-z]{2})(?=(?:n[gy]|(?<!n)g|(?<![ns])y|[b-dfhj-npr-tvwz])[aiueo][a-z])", re.IGNORECASE
)
"""Where a word may be divided: before a syllable that begins with a consonant, after two letters."""
NAME_OF_GROUP = re.compile(r'(<(?:g|path)) id="(?![mphc][0-9a-f]{8,})[^"]*"')


@contextlib.contextmanager
def ours() -> Iterator[None]:
    """While it lasts, matplotlib follows our settings, whatever this machine wishes of it."""
    matplotlib = library()
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a sign that no letters of ours have
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(SETTINGS)
        yield


@cache
def library() -> Any:
    """Matplotlib, which takes half a second, with no letters but its own and ours.

    Why it is imported shut in: it would start a program to list the fonts of the machine, keep that
    list in the home of the user, and take settings from a file of its name in the working folder,
    which may be a stranger's.
    """
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    with TemporaryDirectory() as room, _shut_in(room):
        import matplotlib
        from matplotlib import font_manager
    own, fonts = str(matplotlib.get_data_path()), font_manager.fontManager
    fonts.ttflist = [font for font in fonts.ttflist if font.fname.startswith(own)]
    for font in sorted(FONTS.glob("*.otf")):
        fonts.addfont(font)
    return matplotlib


@contextlib.contextmanager
def _shut_in(room: str) -> Iterator[None]:
    """While it lasts, matplotlib starts no program, and the working folder and the home are ours."""
    wished = {name: os.environ.get(name) for name in ("MPLCONFIGDIR", "MATPLOTLIBRC")}
    with contextlib.ExitStack() as stack:
        stack.callback(setattr, subprocess, "check_output", subprocess.check_output)
        setattr(subprocess, "check_output", _no_program)  # noqa: B010, a function put in its place
        with contextlib.suppress(OSError):  # it has been deleted, so nothing can lie in it
            stack.enter_context(contextlib.chdir(FONTS))
        try:
            os.environ["MPLCONFIGDIR"] = room
            os.environ.pop("MATPLOTLIBRC", None)
            yield
        finally:
            for name, value in wished.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


def _no_program(*_: object, **__: object) -> bytes:
    """What matplotlib hears where it would ask a program for the fonts of the machine."""
    raise OSError


def blank(height: float) -> tuple[Any, Any]:
    """An empty figure of this height in millimetres, and its axes, which fill it."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / INCH, height / INCH), layout="constrained")
    FigureCanvasSVG(figure)
    return figure, figure.add_subplot()


def free(height: float) -> tuple[Any, Any]:
    """A figure whose axes are millimetres, the first line at the top, without a frame."""
    figure, axes = blank(height)
    figure.set_layout_engine("none")
    axes.set_position((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(height, 0))
    axes.axis("off")
    return figure, axes


def svg_of(figure: Any) -> str:
    """The SVG of a figure without day and maker, whose groups have no names that could clash."""
    out = StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None}, transparent=True)
    drawn = out.getvalue()
    head, _, rest = drawn[drawn.index("<svg") :].partition("<metadata>")
    drawn = head + rest.partition("</metadata>")[2]
    return NAME_OF_GROUP.sub(r"\1", drawn).replace(FAMILY, FAMILY + BROWSERS)


def fitting(text: str, letters: int, lines: int = 2) -> str:
    """The text in lines of so many letters at most; what does not fit is cut, and one sees that."""
    if len(text) <= letters:
        return " ".join(text.split())
    parts = [part for word in text.split() for part in divided(word, letters)]
    found = wrap(" ".join(parts), letters, break_long_words=True) or [""]
    if len(found) > lines:
        found = [*found[: lines - 1], found[lines - 1][: letters - 1].rstrip() + "…"]
    return "\n".join(found)


def divided(word: str, letters: int) -> Iterator[str]:
    """A word that is longer than a line, divided between syllables; one that cannot be, as it is."""
    start = 0
    while len(word) - start > letters:
        found = SYLLABLE.finditer(word, start, start + letters + 4)
        places = [one.start() for one in found if start + 2 <= one.start() < start + letters]
        if not places:
            break
        yield word[start : places[-1]] + "-"
        start = places[-1]
    yield word[start:]
