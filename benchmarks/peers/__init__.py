"""What the program is measured beside: the least that others need for the same."""

import sys
from pathlib import Path

HERE = Path(__file__).parent

PRINT = [sys.executable, "-c", "print('A line of words', flush=True)"]
"""What any program in Python costs."""
BARE = [sys.executable, str(HERE / "bare.py")]
"""What any program on Textual costs."""
BARE_WIDGETS = [sys.executable, str(HERE / "bare_widgets.py")]
"""The same, with as many widgets as the welcome."""
QUESTIONARY = [sys.executable, str(HERE / "questionary_prompt.py")]
"""A question as a line-based prompt."""
PROMPT_TOOLKIT = [sys.executable, str(HERE / "prompt_toolkit_app.py")]
"""A full-screen app of another library."""
