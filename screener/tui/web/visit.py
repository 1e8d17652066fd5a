"""One visit in a browser: a kiosk's, but nobody is staff, and it is over once."""

from textual.driver import Driver

from screener.language import _
from screener.tui.kiosk import KioskVisit
from screener.tui.kiosk.invite import InviteScreen


class BrowserVisit(KioskVisit):
    """A visit that ends with its tab."""

    def get_driver_class(self) -> type[Driver]:
        """Talk to the server."""
        from screener.tui.web.driver import BrowserDriver

        return BrowserDriver

    def notice(self) -> str | None:
        """Also where answers are: a tablet is not the computer that asks."""
        where = _(
            "This page comes from the clinic's own computer. It holds your answers "
            "only until you finish or leave."
        )
        return "\n\n".join(filter(None, (where, super().notice())))

    def action_quick_exit(self) -> None:
        """Leave at once, also before anything has begun: the tab shows nothing more."""
        self.exit()

    def look_around(self) -> None:
        """Give a place free that nobody takes."""
        super().look_around()
        if isinstance(self.screen, InviteScreen) and self.idle() >= 0:
            self.exit()
