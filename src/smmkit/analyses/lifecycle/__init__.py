"""Documents under control: their texts in time, who signs them, who has copies, how long they are kept."""
