"""Personal data in text: what it is, where it stands, how sure that is, and the text without it."""

from smmkit.personal.hit import Certainty, Data, Hit, hinted
from smmkit.personal.masking import masked
from smmkit.personal.names import NOBODY, Names, is_office, name_in, names_of, words_of
from smmkit.personal.scan import CROWD, hits, may_have, named_in, parts

__all__ = [
    "CROWD",
    "NOBODY",
    "Certainty",
    "Data",
    "Hit",
    "Names",
    "hinted",
    "hits",
    "is_office",
    "masked",
    "may_have",
    "name_in",
    "named_in",
    "names_of",
    "parts",
    "words_of",
]
