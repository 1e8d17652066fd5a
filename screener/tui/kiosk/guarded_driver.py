"""The driver where strangers type: pastes and floods of keys are thrown away."""

from typing import ClassVar

from screener.tui.terminal.safe_driver import SafeDriver


class GuardedDriver(SafeDriver):
    """Takes what fingers can do."""

    GUARDED: ClassVar[bool] = True
