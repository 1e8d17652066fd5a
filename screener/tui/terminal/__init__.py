"""What stands between a real terminal and Textual: bytes in, signals, leaving."""
