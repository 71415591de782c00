"""Another agency's QMS without its data: what a new one may begin from."""
