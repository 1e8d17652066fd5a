"""Measures what files made to exhaust memory and time cost each command."""
