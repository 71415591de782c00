"""The certification cycle: which audit is due by which day, and how certificates stand."""
