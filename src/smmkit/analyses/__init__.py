"""Facts about a QMS. Judgements are rules; words are reports."""
