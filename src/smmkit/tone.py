"""What a value means to its reader: the one word for it in data, reports and formats."""

from enum import StrEnum


class Tone(StrEnum):
    """What a value means to the reader; each format shows it in its own way, never by colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    MUTED = "muted"
