"""SMM2xx, SMM902, SMM907 and SMM992: what documents name is there, and is what they say it is."""
