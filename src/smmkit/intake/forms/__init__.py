"""Papers that are read beside SOP, KPI and risk: for each kind what its columns become."""
