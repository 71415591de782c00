"""Who names whom, and where a path or an id leads."""
