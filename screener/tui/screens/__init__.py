"""Screens: each shows one step and is dismissed with a typed result."""
