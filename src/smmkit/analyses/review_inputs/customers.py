"""Input c 1: how satisfied customers are, and what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from smmkit.analyses.review_inputs.fact import Fact, Time, bad_if
from smmkit.analyses.surveys.surveys import outcomes
from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.page import Tone
from smmkit.qms import Qms
from smmkit.words import rounded, say


def customer_satisfaction(qms: Qms, time: Time) -> Iterator[Fact]:
    """The result of each survey beside the one before it, and complaints with their answers."""
    for one in qms.fact(outcomes).values():
        value = one.result.value
        if not time.has(one.survey.until) or value is None:
            continue
        now = say("{title}: {value}", title=one.survey.title, value=rounded(value))
        if one.result.label:
            now = say("{text} ({grade})", text=now, grade=one.result.label)
        before = one.earlier.result.value if one.earlier else None
        ids: tuple[str, ...] = (one.survey.id,)
        if one.earlier and before is not None:
            now = say("{text}; before it {value}", text=now, value=rounded(before))
            ids = (one.survey.id, one.earlier.survey.id)
        yield Fact(now, ids, Tone.PLAIN if before is None else bad_if(value < before))
    said = [one for one in qms.of(Feedback) if time.has(one.date)]
    counts = Counter(one.feedback_type for one in said)
    for sort in FeedbackType:
        mine = [one for one in said if one.feedback_type is sort]
        if sort is FeedbackType.SUGGESTION or not counts[sort]:
            continue
        open_ = [one.id for one in mine if not (one.answered and one.answered <= qms.as_of)]
        asks = sort in {FeedbackType.COMPLAINT, FeedbackType.QUESTION}
        text = say("{sort}: {n}", sort=sort.label, n=len(mine))
        if asks:
            text = say(
                "{sort}: {n}, found justified: {m}, not answered: {open}",
                sort=sort.label,
                n=len(mine),
                m=sum(one.accepted is True for one in mine),
                open=len(open_),
            )
        yield Fact(text, tuple(one.id for one in mine), bad_if(open_) if asks else Tone.GOOD)
