"""What the vocabulary says of one matter, as types: the words of a trade, of a claim, of a course."""

from __future__ import annotations

from smmkit.model.part import Part, Text
from smmkit.words import Words


class Trade(Part):
    """A line of work, by its words."""

    speaks: tuple[Text, ...]
    """Whom and what it speaks of."""
    called: tuple[Text, ...]
    """Words in the name of an organization, or of a unit, that is of it."""


class Topic(Part):
    """Something that an audit asks about."""

    what: Words
    clauses: tuple[Text, ...]
    """The clauses where it is asked."""
    words: tuple[Text, ...]
    """Words of a question that asks for it."""


class Commitment(Part):
    """Something that the policy has to promise."""

    what: Words
    """It goes behind "has no commitment"."""
    at: Text
    """Where it is asked for."""
    words: tuple[Text, ...]
    """Words by which a policy promises it."""


class NothingFound(Part):
    """How a text says that an audit found nothing."""

    nothing: tuple[Text, ...] = ()
    of: tuple[Text, ...] = ()
    single: tuple[Text, ...] = ()
    """What says that it was one, beside the numbers in words."""
    nonconforming: tuple[Text, ...] = ()
    """Those of `of` that mean nonconformities alone, whatever their grade."""
    complaints: tuple[Text, ...] = ()
    """In place of findings."""
    but: tuple[Text, ...] = ()
    """What behind it makes it something else: "no finding that came again"."""
    one: tuple[Text, ...] = ()
    """What counts one of them beside the numbers: "a finding"."""


class Meetings(Part):
    """What the agenda of an audit calls the meetings by which it begins and ends."""

    opening: tuple[Text, ...] = ()
    closing: tuple[Text, ...] = ()


class Keeping(Part):
    """How a text says how long something is kept: "five years after it was closed"."""

    one: tuple[Text, ...] = ()
    """What says one, beside the numbers in words."""
    months: tuple[Text, ...] = ()
    years: tuple[Text, ...] = ()
    cycles: tuple[Text, ...] = ()
    for_ever: tuple[Text, ...] = ()
    while_it_holds: tuple[Text, ...] = ()
    """What has the time begin when a text is withdrawn."""
    closed: tuple[Text, ...] = ()
    """What has the time begin when a record is closed."""


class Offices(Part):
    """How offices are called, and roles in a team."""

    of_one: tuple[Text, ...] = ()
    """How an office begins that one person holds in a unit."""
    of_units: tuple[Text, ...] = ()
    """How the office of who heads a unit begins."""
    leads: tuple[Text, ...] = ()
    """Words in the role of who leads a team."""
    coordinates: tuple[Text, ...] = ()
    """Words in the role of who speaks for a unit, whatever the rest of it is."""
    audits: tuple[Text, ...] = ()
    """Words in the role of who audits inside."""


class Course(Part):
    """How a sentence says which way a number went."""

    rises: tuple[Text, ...] = ()
    falls: tuple[Text, ...] = ()
    better: tuple[Text, ...] = ()
    worse: tuple[Text, ...] = ()
    lowest: tuple[Text, ...] = ()
    highest: tuple[Text, ...] = ()
    each: tuple[Text, ...] = ()
    """What stands behind one of them where it is so in each period."""
    linking: tuple[Text, ...] = ()
    """What stands between "lowest" and the name of what is lowest."""
    among: tuple[Text, ...] = ()
    """What stands behind "lowest" where its name stands before."""


class Reached(Part):
    """How a text says that everything was reached: all of it, or nothing of it missed."""

    all: tuple[Text, ...] = ()
    of: tuple[Text, ...] = ()
    ways: tuple[Text, ...] = ()
    nothing: tuple[Text, ...] = ()
    missed: tuple[Text, ...] = ()
    but: tuple[Text, ...] = ()
    """What in the same sentence takes it back."""
    were: tuple[Text, ...] = ()
    """What stands behind, or with a colon before, the ids of what was reached."""
    some: tuple[Text, ...] = ()
    """What stands before it where only some are meant."""
    helpers: tuple[Text, ...] = ()
    """What may stand between the ids and that."""


class Counting(Part):
    """How a sentence counts: "57 of 86", "from 25 to 24 in quarter 2", "ten gave 4 for speed"."""

    of: tuple[Text, ...] = ()
    """What stands between a part and the whole."""
    further: tuple[Text, ...] = ()
    """What is counted beside what was counted before."""
    numbered: tuple[Text, ...] = ()
    """Words before a number that says which one it is."""
    began: tuple[Text, ...] = ()
    ended: tuple[Text, ...] = ()
    """What stands before the number at which something began, and at which it ended."""
    then: tuple[Text, ...] = ()
    """What stands before the period in which it was so."""
    quarters: tuple[Text, ...] = ()
    years: tuple[Text, ...] = ()
    """What stands before the number of a quarter, and of a year."""
    part_of_year: tuple[Text, ...] = ()
    """What speaks of a part of a year."""
    only: tuple[Text, ...] = ()
    """What may stand between the id of what is counted and the number."""
    percent: tuple[Text, ...] = ()
    target: tuple[Text, ...] = ()
    """What stands before the number that was to be reached."""
    average: tuple[Text, ...] = ()
    aim: tuple[Text, ...] = ()
    """What a number of a whole year is called."""
    amounts: tuple[Text, ...] = ()
    """What may stand between that and the number."""
    goes_on: tuple[Text, ...] = ()
    """How the sentence goes on behind it."""
    within: tuple[Text, ...] = ()
    months: tuple[Text, ...] = ()
    full_months: tuple[Text, ...] = ()
    """In how many months something was measured."""
    decisions: tuple[Text, ...] = ()
    providers: tuple[Text, ...] = ()
    findings: tuple[Text, ...] = ()
    minor: tuple[Text, ...] = ()
    major: tuple[Text, ...] = ()
    """What stands behind the number of each; the grade before or behind the findings."""
    answers: tuple[Text, ...] = ()
    when: tuple[Text, ...] = ()
    """What stands before the number of all answers, beside `of` behind another number."""
    gave: tuple[Text, ...] = ()
    score: tuple[Text, ...] = ()
    about: tuple[Text, ...] = ()
    element: tuple[Text, ...] = ()
    """How many gave which score for which element."""
    grade: tuple[Text, ...] = ()
    """What stands before the letter that a survey came to."""
    every: tuple[Text, ...] = ()
    ordinal: tuple[Text, ...] = ()
    """What stands before the number of the step by which a sample was chosen: every seventh."""
    received: tuple[Text, ...] = ()
    samples: tuple[Text, ...] = ()
    """What a sample is chosen out of, and what it is made of."""
    drawn: tuple[Text, ...] = ()
    at_so_many: tuple[Text, ...] = ()
    """How a text says that some were looked at, and by what it begins to say of how many of them what."""
    enough: tuple[Text, ...] = ()
    pieces: tuple[Text, ...] = ()
    """How many there are of something that is enough."""


class Tally(Part):
    """How a conclusion counts what was reached: "of eleven indicators five were not reached"."""

    of: tuple[Text, ...] = ()
    things: tuple[Text, ...] = ()
    reached: tuple[Text, ...] = ()
    no: tuple[Text, ...] = ()
    ways: tuple[Text, ...] = ()
    """What may stand behind `no` to say that it was not reached."""
    cannot: tuple[Text, ...] = ()
    measured: tuple[Text, ...] = ()
    """What stands behind `cannot` to say that it was not measured."""
    joins: tuple[Text, ...] = ()
    """What may stand behind all that."""


class Claim(Part):
    """Words by which a sentence claims something, unless one of others takes it back."""

    says: tuple[Text, ...] = ()
    but: tuple[Text, ...] = ()


class Done(Part):
    """How a text says that something is done, all of it: "all findings are closed"."""

    all: tuple[Text, ...] = ()
    of: tuple[Text, ...] = ()
    helpers: tuple[Text, ...] = ()
    """What may stand before the last word."""
    done: tuple[Text, ...] = ()
    before: tuple[Text, ...] = ()
    """What says it where it stands before: "covered all units"."""
    joins: tuple[Text, ...] = ()
    """What may stand behind "all units" where all are meant."""


class Present(Part):
    """How a text counts who came to a training, and who did not."""

    absent: tuple[Text, ...] = ()
    there: tuple[Text, ...] = ()
    people: tuple[Text, ...] = ()
    """What those are called who came."""
    who: tuple[Text, ...] = ()
    """What may stand between the people and that."""
    asked: tuple[Text, ...] = ()
    """What behind the people makes them those who were asked to come, or did not."""
    some: tuple[Text, ...] = ()
    """What says that those absent are not all of them."""
    parts: tuple[Text, ...] = ()
    """What speaks of a part of the training, or of another one."""
