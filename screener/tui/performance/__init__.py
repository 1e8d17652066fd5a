"""What keeps keys quick and memory small: `docs/speed.md` has what each is worth."""
