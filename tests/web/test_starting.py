"""The server starts its processes in peace."""

import signal

import pytest

from screener.web import visitor


def test_ctrl_c_does_not_reach_a_process_that_is_half_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held: list[set[int]] = []

    def start() -> None:
        held.append(set(signal.pthread_sigmask(signal.SIG_BLOCK, set())))

    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", start)
    visitor.get_ready()
    assert signal.SIGINT in held[0]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, set())
