"""SMM2xx and SMM902: what documents name is there, and is what they say it is."""
