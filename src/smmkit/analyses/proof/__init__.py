"""What the folder itself proves: what a standard asks for, and what stands in the documents that name it."""
