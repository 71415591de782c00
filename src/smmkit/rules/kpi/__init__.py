"""SMM4xx, SMM538, SMM896, SMM947, SMM962, SMM966, SMM994: objectives and KPIs (6.2, 9.1; juknis A4)."""
