"""A language server: what an editor shows of a QMS while its texts are being written.

It reads the folder and the texts that are open, saved or not, and writes nothing.
"""
