"""Whether papers say one thing: figures, promises, plans, what is handed on."""
