"""What can be put right in the texts of a QMS: what is certain, and what a person has to say yes to."""
