"""Before anything leaves: it is looked through for personal data, with how far that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smmkit.console.opening import Opened
from smmkit.console.output import drawn, show_progress, show_text
from smmkit.console.streams import complain
from smmkit.words import Language, say

if TYPE_CHECKING:
    from smmkit.analyses.leaving.screening import Screen
    from smmkit.analyses.leaving.selection import Selection


def looked_through(found: Opened, selection: Selection, speech: Language) -> Screen:
    """What is found in all that a selection carries out."""
    from smmkit.analyses.leaving.screening import screened

    def progress(done: int, total: int) -> None:
        show_progress(
            speech.say(say("{done} of {total} files are looked through", done=done, total=total))
        )

    screen = screened(found.qms, selection, progress)
    show_progress("")
    return screen


def is_clear(
    found: Opened, selection: Selection, speech: Language, screen: Screen | None = None
) -> bool:
    """Whether a selection may leave, looked through now or before; what is in the way is shown."""
    from smmkit.git import origin_of
    from smmkit.reports.screen import Screening

    screen = screen or looked_through(found, selection, speech)
    if screen.is_clear:
        return True
    page = Screening(found.qms, selection.submission, screen).page(origin_of(found.root))
    show_text(f"{drawn(page, 'text', speech, found.qms.as_of, None)!s}\n")
    complain(speech.say(say("No bundle was made; what stands above is in the way.")))
    return False
