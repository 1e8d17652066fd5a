"""A level-of-care self-screener for the terminal."""
