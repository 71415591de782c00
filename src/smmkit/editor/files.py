"""Every schema of a folder, as files."""

from __future__ import annotations

import json
from functools import cache

from smmkit.documents import KINDS
from smmkit.editor.ids import HOME, ids
from smmkit.editor.schema import ANY, Json, Schemas
from smmkit.new.modeline import SCHEMAS
from smmkit.qms import Qms
from smmkit.words import Language, say


def schema_files(qms: Qms, speech: Language) -> dict[str, str]:
    """The schemas of a folder by their paths: one for each kind, one for all, and the ids."""
    return of_kinds(speech) | ids_file(qms, speech)


def ids_file(qms: Qms, speech: Language) -> dict[str, str]:
    """The schema of the ids by its path: all that differs from folder to folder."""
    return {f"{SCHEMAS}{HOME}": written(ids(qms, speech), speech)}


@cache
def of_kinds(speech: Language) -> dict[str, str]:
    """The schemas that are the same in every folder."""
    schemas = Schemas(speech, HOME)
    made = {kind: schemas.of(kind) for kind in KINDS} | {ANY: schemas.any()}
    return {f"{SCHEMAS}{name}.json": written(schema, speech) for name, schema in made.items()}


def written(schema: Json, speech: Language) -> str:
    """A schema as text, a line for each value, so that git can merge it."""
    ours = {"$comment": speech.say(say("Written by `smm schema`; what is changed here is lost."))}
    return json.dumps(ours | schema, ensure_ascii=False, indent=1) + "\n"
