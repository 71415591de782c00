"""An approval: who is meant, who may give it, what may get it, and how a text is sealed and kept."""
