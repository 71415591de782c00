"""YAML as text: what is accepted, where things stand, how values are written and files edited."""
