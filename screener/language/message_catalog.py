"""A catalog of gettext that can also be read through."""

from collections.abc import Iterator
from gettext import GNUTranslations


class MessageCatalog(GNUTranslations):
    """The messages of the interface in one language."""

    _catalog: dict[str | tuple[str, int], str]
    """What gettext read: a plural by its English word for one thing and its form."""

    def messages(self) -> Iterator[tuple[str, str]]:
        """Yield every message: the English words, and those of this language."""
        for english, told in self._catalog.items():
            if english:
                yield english if isinstance(english, str) else english[0], told
