"""Pages and prose as they are set on paper."""
