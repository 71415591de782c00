"""SMM349, SMM398, SMM399, SMM457, SMM50x, SMM53x, SMM64x, SMM876, SMM952: roles, teams, abilities (ISO 9001, 5.3, 7.2)."""
