"""KPIs: all of them in a period, by perspective and unit, and each by itself."""
