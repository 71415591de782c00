"""Files as bytes: those of a folder, those in zips, and what can be said of them without reading more."""
