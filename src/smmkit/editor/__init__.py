"""What editors are given: schemas, the ids of a folder, and what VS Code is told."""
