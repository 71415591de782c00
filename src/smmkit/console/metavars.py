"""What stands for a value in the help of a command, `--unit UNIT`, in the language of the reader."""

from __future__ import annotations

import re
from typing import Final

import click

from smmkit.console.language import speech_here
from smmkit.words import say

SPOKEN: Final = {
    message.text: message
    for message in (
        *(say("ADDRESS"), say("BUNDLE"), say("CHANGED"), say("CLASS"), say("CLAUSE"), say("CODE")),
        *(say("DAY"), say("DAYS"), say("DIRECTORY"), say("FIELD"), say("FILE")),
        *(say("HASH"), say("INTEGER"), say("KEY"), say("KIND"), say("LIST"), say("NAME")),
        *(say("NEW-ID"), say("NUMBER"), say("PATH"), say("PERIOD"), say("PERSON"), say("QMS")),
        *(say("RANGE"), say("REASON"), say("REVISION"), say("ROLE"), say("RULES"), say("SIZE")),
        *(say("TARGET"), say("TEXT"), say("VALUE"), say("WHAT"), say("WHOM")),
        *(say("WORD"), say("YEAR"), say("YYYY-MM-DD")),
    )
}
"""The words for values; those such as ID, KPI and UNIT are the same in every language."""

WORD: Final = re.compile(r"[A-Z][A-Z-]++")


def spoken_metavar(param: click.Parameter) -> str | None:
    """What stands for the value of an option or an argument; None where it has none, or only choices."""
    is_flag = isinstance(param, click.Option) and (param.is_flag or param.count)
    if is_flag or isinstance(param.type, click.Choice):
        return param.metavar
    shown = param.metavar or param.type.name.upper()
    speech = speech_here()
    return WORD.sub(lambda word: speech.say(SPOKEN.get(word[0], word[0])), shown)
