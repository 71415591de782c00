"""Values of KPIs on their way into their tables: what a person typed, and the lines that it changes."""
