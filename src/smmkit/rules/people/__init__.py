"""SMM349, SMM39x, SMM457, SMM50x, SMM53x, SMM64x, SMM876, SMM952: roles, teams, abilities (5.3, 7.2)."""
