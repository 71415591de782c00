"""smmkit: a quality management system kept as text files."""

__version__ = "0.1.0"
