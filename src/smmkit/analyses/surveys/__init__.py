"""What people answered, how that is counted, and how many have to be asked."""
