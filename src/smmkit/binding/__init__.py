"""PDFs that `typeset` has made, sewn into one: nothing is set again, and nothing of it is lost."""

from smmkit.binding.bookmarks import Bookmark
from smmkit.binding.paper import Heading, Paper
from smmkit.binding.sewing import sewn

__all__ = ["Bookmark", "Heading", "Paper", "sewn"]
