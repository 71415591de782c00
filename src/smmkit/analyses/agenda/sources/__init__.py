"""Where days come from: each module has a function of its own name, which is asked for all it knows.

To add a sort of day, add a module: `things(qms) -> Iterable[Due]`. Nothing else names it.
"""
