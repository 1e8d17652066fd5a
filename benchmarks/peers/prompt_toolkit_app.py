"""A full-screen app on prompt_toolkit: one line of text that counts keys."""

from prompt_toolkit import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, Layout, Window

pressed = [0]
keys = KeyBindings()


@keys.add("<any>")
def _count(event: KeyPressEvent) -> None:
    pressed[0] += 1


def _words() -> str:
    return f"A line of words: {pressed[0]} keys"


if __name__ == "__main__":
    window = Window(FormattedTextControl(_words))
    Application(Layout(window), key_bindings=keys, full_screen=True).run()
