"""Files that are made to take memory and time, and what they cost each command."""
