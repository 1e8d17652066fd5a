"""Under which addresses the server may be reached: its own, and no one else's.

A page from elsewhere must not hold a visit in somebody's browser, and a name that was
made to point here (DNS rebinding) must not make a page from elsewhere look like ours.
"""

import ipaddress
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from screener.errors import ServingError
from screener.language import _


@dataclass(frozen=True)
class Addresses:
    """What a browser may have in its address line."""

    public: str | None = None
    """The address of a proxy before the server, such as `https://clinic.example`."""

    @classmethod
    def behind(cls, address: str | None) -> "Addresses":
        """The addresses where a proxy stands before the server, or none does.

        Args:
            address: The proxy's; a path at its end does not matter.

        Raises:
            ServingError: If it is not the address of a page.
        """
        if address is None:
            return cls()
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not _name_of(parts.netloc):
            raise ServingError(
                _(
                    "{address} is not the address of a page. Nothing was started. "
                    "Write it as people's browsers show it, such as "
                    "https://clinic.example."
                ).format(address=address)
            )
        return cls(f"{parts.scheme}://{parts.netloc}".lower())

    def has(self, host: str) -> bool:
        """Whether a request may ask for this host.

        A number, or `localhost`, can belong to no one else; any other name could.

        Args:
            host: What the request's `Host` says.
        """
        name = _name_of(host)
        return name == "localhost" or _is_number(name) or self._is_public(name)

    def may_ask(self, origin: str | None, host: str) -> bool:
        """Whether a page may hold a visit.

        Args:
            origin: Where the page comes from, as its browser says.
            host: What the request's `Host` says.
        """
        if origin is None or not self.has(host):
            return False
        return origin.lower() in (f"http://{host}".lower(), self.public)

    def _is_public(self, name: str) -> bool:
        return bool(self.public) and name == _name_of(
            urlsplit(self.public or "").netloc
        )


def _name_of(host: str) -> str:
    """A host's name without its port; empty where it is not well formed."""
    with suppress(ValueError):
        parts = urlsplit(f"//{host}")
        if parts.netloc == host and (parts.port is None or parts.port):
            return parts.hostname or ""
    return ""


def _is_number(name: str) -> bool:
    with suppress(ValueError):
        return bool(ipaddress.ip_address(name))
    return False
