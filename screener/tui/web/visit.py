"""One visit in a browser: a kiosk's, but nobody is staff, and it is over once."""

from textual.driver import Driver

from screener.tui.kiosk import KioskVisit


class BrowserVisit(KioskVisit):
    """A visit that ends with its tab."""

    def get_driver_class(self) -> type[Driver]:
        """Talk to the server."""
        from screener.tui.web.driver import BrowserDriver

        return BrowserDriver
