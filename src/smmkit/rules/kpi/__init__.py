"""SMM4xx, SMM962, SMM966, SMM994: objectives say how much, and KPIs can be counted (ISO 9001, 6.2, 9.1)."""
