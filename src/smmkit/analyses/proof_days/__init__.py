"""From which day to which the folder proves a clause: evaluated only on days on which that can change."""
