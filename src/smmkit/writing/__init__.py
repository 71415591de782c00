"""How anything comes onto the disk: whole or not at all, over several files too.

Nothing else in smmkit writes. What goes into a QMS goes through `exchange` (or `lay_down`, where all of
it is new), so that it can be put back; what goes elsewhere through `write` (a file) or `drafted` (what
is made piece by piece), or `drafted_together`.
"""

from smmkit.writing.drafts import drafted, drafted_together, lay_down, swapped, swept, write
from smmkit.writing.exchange import exchange
from smmkit.writing.made import folder_made, write_inside
from smmkit.writing.recovery import leftover, mended
from smmkit.writing.steps import stored

__all__ = [
    "drafted",
    "drafted_together",
    "exchange",
    "folder_made",
    "lay_down",
    "leftover",
    "mended",
    "stored",
    "swapped",
    "swept",
    "write",
    "write_inside",
]
