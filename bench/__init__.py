"""What smmkit costs: in itself, beside the floor under it, beside others."""
