"""Where a reader of a bundle is led: to a page of the binder, else to the document's own file."""

from smmkit.analyses.leaving.places import BINDER, Place
from smmkit.page import link


def test_what_is_not_in_the_binder_is_led_to_in_its_own_file():
    assert Place("a.pdf").in_binder("A") == Place("a.pdf", 7).alone("A") == link("A", "a.pdf")
    assert Place("a.pdf", 1).in_binder("A") == link("A", f"{BINDER}#page=1")
