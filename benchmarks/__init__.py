"""Measurements of the program, each beside its peers in the same run."""
