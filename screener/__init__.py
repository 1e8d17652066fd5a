"""A level-of-care self-screener for the terminal."""

__version__ = "0.1.0"
