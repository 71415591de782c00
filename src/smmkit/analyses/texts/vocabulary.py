"""The words that rules look for, as a folder has them."""

from __future__ import annotations

from smmkit.qms import Qms
from smmkit.standards.vocabulary import Vocabulary, shipped_vocabulary, with_shipped


def vocabulary(qms: Qms) -> Vocabulary:
    """The vocabulary of a folder with the one that comes with smmkit."""
    own = next(iter(qms.vocabularies.values()), None)
    return with_shipped(own) if own else shipped_vocabulary()
