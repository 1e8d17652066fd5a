"""Whatever is sent to a kiosk, the start screen comes back.

`make kiosk-intruders` sends more.
"""

from pathlib import Path

import pytest

from tests.tui.kiosk.random_bytes import hold


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_that_is_sent_gets_out(tmp_path: Path, seed: int) -> None:
    assert list(hold(5, seed, tmp_path)) == []
