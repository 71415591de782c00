"""Every report: what is said about the whole, as a Page for readers and as data for programs."""
