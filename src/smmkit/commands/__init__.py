"""One file for each verb: open, ask, show, leave with a code."""
