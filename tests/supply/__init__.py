"""What the program is installed with."""
