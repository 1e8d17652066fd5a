"""One hostile file of each kind; `make hostile-files` tries all, with all commands."""

from pathlib import Path

import pytest

from tests.hostile_files.__main__ import MOST_MEGABYTES, kinds

SAMPLES = {
    "TOML": "20,000 keys of 16 parts",
    "Questionnaires": "a gate with 16 million ways",
    "Locked files": "20,000 stanzas",
    "JSON lines": "one line of 1 GB",
    "Parquet": "90 MB in 1,000 bytes",
    "Visits saved as they go": "a journal of 10 GB",
}
KINDS = {kind: (name, files, commands) for kind, name, files, commands in kinds()}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_command_ends_without_much_memory(kind: str, tmp_path: Path) -> None:
    name, files, commands = KINDS[kind]
    home = tmp_path / "home"
    home.mkdir()
    file = tmp_path / name
    files[SAMPLES[kind]](file)
    for command, cost_of in commands.items():
        cost = cost_of(file, home)
        assert cost.ended, f"{command}: {cost.said[-500:]}"
        assert "Traceback" not in cost.said, command
        assert cost.megabytes < MOST_MEGABYTES, command
