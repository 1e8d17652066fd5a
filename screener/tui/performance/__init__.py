"""What keeps keys quick and memory small; each piece with what it is worth in docs/speed.md."""
