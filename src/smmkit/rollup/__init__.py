"""Many agencies beside one another: each becomes one small row, wherever and in whatever order it is made."""
