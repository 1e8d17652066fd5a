"""Folders that people type for their summary, and a place to resolve them in."""

from pathlib import Path

import pytest

TYPED = [
    ("~/new", "home/new"),
    ("$HOME/new", "home/new"),
    ("new", "here/new"),
    ("./a/../new", "here/new"),
]
"""A typed folder, and where it is within the folder of the test."""


def home_and_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Move the home and the working folder into a folder; return the latter."""
    home, here = folder / "home", folder / "here"
    home.mkdir()
    here.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    return here
