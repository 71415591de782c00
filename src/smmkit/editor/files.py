"""Every schema of a folder, as files."""

from __future__ import annotations

import json

from smmkit.documents import KINDS
from smmkit.editor.ids import HOME, ids
from smmkit.editor.schema import ANY, Json, Schemas
from smmkit.new.modeline import SCHEMAS
from smmkit.qms import Qms
from smmkit.words import Language, say


def schema_files(qms: Qms, speech: Language) -> dict[str, str]:
    """The schemas of a folder by their paths: one for each kind, one for all, and the ids."""
    schemas = Schemas(speech, HOME)
    made = {f"{kind}.json": schemas.of(kind) for kind in KINDS}
    made |= {f"{ANY}.json": schemas.any(), HOME: ids(qms, speech)}
    ours = {"$comment": speech.say(say("Written by `smm schema`; what is changed here is lost."))}
    return {f"{SCHEMAS}{name}": written(ours | schema) for name, schema in made.items()}


def written(schema: Json) -> str:
    """A schema as text, a line for each value, so that git can merge it."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
