"""What documents and standards are both made of: strict parts, and the types of their fields."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict
from pydantic_core import (
    CoreSchema,
    PydanticKnownError,
    SchemaSerializer,
    SchemaValidator,
    core_schema,
)

from smmkit.model.part_schema import schema_of
from smmkit.model.patterns import DAY, ID
from smmkit.words import ClosedList


class Part(BaseModel):
    """A piece of a document: strict, frozen, every field known.

    Fields are typed, never checked against one another: what is wrong between two fields is a rule.
    No unions, no aliases, so that the place of a fault is the key path itself.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def model_rebuild(cls, **_: Any) -> bool:
        """Make the validator of this class; it is asked for with the first value."""
        schema = schema_of(cls)
        cls.__pydantic_core_schema__ = schema
        cls.__pydantic_validator__ = SchemaValidator(schema)
        cls.__pydantic_serializer__ = SchemaSerializer(schema)
        cls.__pydantic_complete__ = True
        return True


class _Day:
    """A date as YAML 1.2 hands it on, text; numbers and times of day are no dates."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        text = core_schema.str_schema(strict=True, pattern=DAY.regex)
        return core_schema.chain_schema([text, core_schema.date_schema(strict=False)])


def _written(value: Any) -> Any:
    """A number as it is written, without the small change of binary fractions; text is none."""
    if isinstance(value, float):
        return repr(value)
    if type(value) is not int:
        raise PydanticKnownError("decimal_type")
    return value


Day = Annotated[date, _Day]
"""A calendar day, written 2019-12-31."""

Number = Annotated[Decimal, BeforeValidator(_written)]
"""A number, written 82.5."""

Whole = Annotated[int, Strict()]
"""A whole number."""

Flag = Annotated[bool, Strict()]
"""true or false."""

Text = Annotated[str, Field(min_length=1)]
"""Text that says something."""

Id = Annotated[str, Field(pattern=ID.regex)]
"""A name that is unique in the folder: letters, digits, `.`, `_` and `-`."""


class Dimension(ClosedList):
    """The five dimensions of quality management in the juknis (I.C)."""

    PLANNING = "planning"
    PROCESSING = "processing"
    CONTROL = "control"
    CORRECTION = "correction"
    QUALITY_IMPROVEMENT = "quality-improvement"
