"""From files to a QMS: what each is taken for, which of twins is meant, and what was wrong on the way in."""
