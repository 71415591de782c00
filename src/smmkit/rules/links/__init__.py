"""SMM2xx, SMM902 and SMM907: what documents name is there, and is what they say it is."""
